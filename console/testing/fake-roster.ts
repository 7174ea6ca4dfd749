import { type FakeRoute, type FakeState, ok, refuse } from './fake-state';

const EVENT = '/api/v1/organisations/:org/events/:id';

export function rosterRoutes(state: FakeState): readonly FakeRoute[] {
  return [
    [
      `GET ${EVENT}/roster`,
      ({ params, query }) => {
        const event = state.events.find(({ id }) => id === params.id);
        if (event === undefined) return refuse(404, 'event-not-found');
        const q = query.get('q') ?? '';
        const wanted = query.get('state') ?? '';
        const signUps = state.people
          .filter(
            ({ full, status }) =>
              (wanted === '' || status === wanted) && `${full.name}${full.mobile}${full.ticket}`.includes(q),
          )
          .map(({ id, name, mobile, ticket, seats, status, signedUpAt }) => ({
            id,
            name,
            mobile,
            ticket,
            seats,
            status,
            signedUpAt,
          }));
        const { title, startsAt = null, endsAt = null } = event.content;
        return ok({
          event: { id: event.id, title, startsAt, endsAt },
          signUps: state.purgedAt === null ? signUps : [],
          purgedAt: state.purgedAt,
        });
      },
    ],
    [
      `GET ${EVENT}/roster/:signUp`,
      ({ params }) => {
        const person = state.people.find(({ id }) => id === params.signUp);
        if (person === undefined) return refuse(404, 'not-found');
        state.opened.push(person.id);
        const { id, status, seats, signedUpAt, full } = person;
        return ok({
          id,
          status,
          seats,
          signedUpAt,
          ticket: full.ticket,
          form: { name: full.name, mobile: full.mobile, party: seats },
        });
      },
    ],
    [
      `POST ${EVENT}/roster/export`,
      () => (state.isProven ? { status: 200, file: '报名名单.xlsx' } : refuse(403, 'proof-required')),
    ],
  ];
}
