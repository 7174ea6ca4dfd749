import { type FakeRoute, type FakeState, ok, refuse } from './fake-state';
import { at } from './fake-data';

const ORGANISATION = '/api/v1/organisations/:org';
const SCANS = `${ORGANISATION}/events/:id/scans`;

export function onSiteRoutes(state: FakeState): readonly FakeRoute[] {
  return [
    [
      `GET ${SCANS}`,
      ({ params }) => {
        const event = state.events.find(({ id }) => id === params.id);
        if (event === undefined) return refuse(404, 'event-not-found');
        const { paper, flags } = state.onSite;
        const total = 41 + paper;
        return ok({
          now: at(0),
          event: {
            id: event.id,
            title: event.content.title ?? '',
            status: 'scheduled',
            startsAt: at(0, 8),
            endsAt: at(0, 18),
          },
          seats: 60,
          attendance: state.onSite.isUnchecked ? null : { scanned: 38, manual: 0, walkIn: 3, paper, total },
          rehearsed: 2,
          devices: [
            {
              ...{ id: 'd-1', name: '东门', lastContactAt: at(0), unsent: 4, revokedAt: null },
              ...{ attended: 41, scans: 45 },
            },
          ],
          flags,
          open: flags.filter(({ settlement }) => settlement === null).length,
        });
      },
    ],
    [
      `POST ${SCANS}`,
      ({ body }) => {
        const [scan] = body.scans as readonly { readonly id: string; readonly seats: number }[];
        if (scan === undefined) return refuse(400, 'invalid-input');
        state.onSite.paper += scan.seats;
        return ok({ results: [{ id: scan.id, verdict: 'ok', seats: scan.seats, flags: [] }] });
      },
    ],
    [
      `POST ${SCANS}/:scan/settle`,
      ({ params, body }) => {
        const settlement = { decision: body.decision as 'accept' | 'void', word: String(body.word), at: at(0) };
        state.onSite.flags = state.onSite.flags.map((each) =>
          each.scan === params.scan ? { ...each, settlement } : each,
        );
        return ok({ changed: true, attendance: null });
      },
    ],
    [`GET ${ORGANISATION}/devices`, () => ok({ devices: state.onSite.devices })],
    [
      `POST ${ORGANISATION}/devices/pairings`,
      () => ({ status: 201, body: { code: 'ABCDEFGH', expiresAt: at(0, 10) } }),
    ],
    [
      `DELETE ${ORGANISATION}/devices/:id`,
      ({ params }) => {
        if (!state.isProven) return refuse(403, 'proof-required');
        state.onSite.devices = state.onSite.devices.map((each) =>
          each.id === params.id ? { ...each, revokedAt: at(0) } : each,
        );
        return { status: 204 };
      },
    ],
  ];
}
