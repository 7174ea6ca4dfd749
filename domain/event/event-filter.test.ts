import fc from 'fast-check';
import { inOrder, type TimedEvent } from './agenda';
import { AUDIENCES, KINDS } from '../campaign/campaign';
import { applyFilter, countChoices, type EventFilter, filterCount, NO_FILTER, weekendOf } from './event-filter';
import { eventNamed } from '../testing/fake-feed-server';
import { DAY_MS, formatInstant, parseInstant } from '../time/time';

/** A Thursday. */
const NOW = parseInstant('2026-09-17T10:00:00+08:00') ?? 0;
const CODES = ['540102', '540100', '540202', '540000', '100000', '110101'] as const;

const anyEvents = fc
  .array(
    fc.record({
      region: fc.constantFrom(...CODES),
      kind: fc.constantFrom(...KINDS),
      audiences: fc.uniqueArray(fc.constantFrom(...AUDIENCES), { minLength: 1 }),
      status: fc.constantFrom('scheduled' as const, 'cancelled' as const),
      from: fc.integer({ min: -72, max: 240 }),
      hours: fc.integer({ min: 1, max: 80 }),
      signUp: fc.option(fc.tuple(fc.integer({ min: -48, max: 48 }), fc.integer({ min: -48, max: 48 })), { nil: null }),
    }),
    { maxLength: 15 },
  )
  .map((rows) =>
    inOrder(
      rows.map(({ region, kind, audiences, status, from, hours, signUp }, index) => {
        const at = (hour: number): string => formatInstant(NOW + (hour * DAY_MS) / 24);
        const terms = { form: 'visit' as const, capacity: 10, maxParty: 2 };
        return eventNamed(`e${index}`, 1, {
          region,
          kind,
          audiences,
          status,
          startsAt: at(from),
          endsAt: at(from + hours),
          signUp: signUp === null ? null : { ...terms, opensAt: at(signUp[0]), closesAt: at(signUp[1]) },
        });
      }),
    ),
  );

const anyFilter: fc.Arbitrary<EventFilter> = fc.record({
  region: fc.option(
    fc.constantFrom(...CODES).map((code) => ({ code, name: code })),
    { nil: null },
  ),
  kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { maxLength: 3 }),
  audiences: fc.uniqueArray(fc.constantFrom(...AUDIENCES), { maxLength: 2 }),
  signUpOpen: fc.boolean(),
  weekend: fc.boolean(),
});

/** The rules in the plainest words, over the wire form alone. */
function passes({ event }: TimedEvent, filter: EventFilter): boolean {
  const at = (text: string): number => parseInstant(text) ?? Number.NaN;
  const below = (scope: string): boolean =>
    scope === '100000' || event.region.startsWith(scope.replace(/(00){1,2}$/, ''));
  const inRegion = filter.region === null || below(filter.region.code);
  const ofKind = filter.kinds.length === 0 || filter.kinds.includes(event.kind);
  const forThem = filter.audiences.length === 0 || filter.audiences.some((each) => event.audiences.includes(each));
  const { signUp } = event;
  const open =
    event.status === 'scheduled' && signUp !== null && at(signUp.opensAt) <= NOW && NOW < at(signUp.closesAt);
  const thisWeekend =
    at(event.startsAt) < at('2026-09-21T00:00:00+08:00') && at(event.endsAt) > at('2026-09-19T00:00:00+08:00');
  return inRegion && ofKind && forThem && (!filter.signUpOpen || open) && (!filter.weekend || thisWeekend);
}

test('any combination of filters shows what passes each of them', () => {
  fc.assert(
    fc.property(anyEvents, anyFilter, (events, filter) => {
      expect(applyFilter(events, filter, NOW)).toEqual(events.filter((timed) => passes(timed, filter)));
    }),
    { numRuns: 500 },
  );
});

test('a choice’s count is what one would see with that choice alone in its filter', () => {
  fc.assert(
    fc.property(anyEvents, anyFilter, (events, filter) => {
      const counts = countChoices(events, filter, NOW);
      const seen = (changed: Partial<EventFilter>): number | undefined =>
        events.filter((timed) => passes(timed, { ...filter, ...changed })).length || undefined;
      for (const kind of KINDS) expect(counts.get(kind)).toBe(seen({ kinds: [kind] }));
      for (const audience of AUDIENCES) expect(counts.get(audience)).toBe(seen({ audiences: [audience] }));
      expect(counts.get('signUpOpen')).toBe(seen({ signUpOpen: true }));
      expect(counts.get('weekend')).toBe(seen({ weekend: true }));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a Monday', '2026-09-14', '2026-09-19', '2026-09-20'],
  ['the Saturday itself', '2026-09-19', '2026-09-19', '2026-09-20'],
  ['the Sunday itself', '2026-09-20', '2026-09-19', '2026-09-20'],
  ['over the turn of the year', '2026-12-31', '2027-01-02', '2027-01-03'],
])('the weekend of %s', (_, today, saturday, sunday) => {
  expect(weekendOf(today)).toEqual([saturday, sunday]);
});

test('nothing set filters nothing, and every chosen thing counts', () => {
  const events = inOrder([eventNamed('a', 1)]);
  expect(applyFilter(events, NO_FILTER, NOW)).toBe(events);
  expect(filterCount(NO_FILTER)).toBe(0);
  const region = { code: '540100', name: '拉萨市' };
  expect(
    filterCount({ region, kinds: ['科普', '开放日'], audiences: ['公众'], signUpOpen: true, weekend: false }),
  ).toBe(5);
});
