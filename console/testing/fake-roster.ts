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
        const rows = state.people
          .filter(
            ({ full, state: stands }) =>
              (wanted === '' || stands === wanted) && `${full.name}${full.mobile}${full.ticket}`.includes(q),
          )
          .map(({ id, name, mobile, ticket, seats, state: stands, signedUpAt }) => ({
            id,
            name,
            mobile,
            ticket,
            seats,
            state: stands,
            signedUpAt,
          }));
        const shown = state.purgedAt === null ? rows : rows.map((row) => ({ ...row, name: null, mobile: null }));
        const counts = { confirmed: 10, seats: 19, waitlisted: 2 };
        return ok({ rows: shown, next: null, counts, purgedAt: state.purgedAt });
      },
    ],
    [
      `GET ${EVENT}/roster/:signUp`,
      ({ params }) => {
        const person = state.people.find(({ id }) => id === params.signUp);
        if (person === undefined) return refuse(404, 'not-found');
        state.opened.push(person.id);
        const { id, state: stands, seats, signedUpAt, full } = person;
        return ok({
          id,
          state: stands,
          seats,
          signedUpAt,
          ticket: full.ticket,
          form: { kind: 'visit', values: { contactName: full.name, mobile: full.mobile, partySize: seats } },
        });
      },
    ],
    [
      `POST ${EVENT}/roster/export`,
      () => (state.isProven ? { status: 200, file: '报名名单.xlsx' } : refuse(403, 'proof-required')),
    ],
  ];
}
