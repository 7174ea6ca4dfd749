import fc from 'fast-check';
import { inOrder, isSignUpOpen, phaseOf } from './agenda';
import { eventNamed } from '../testing/fake-feed-server';
import { isCountingDown, nextInstant } from './next-instant';
import { DAY_MS, dayOf, formatInstant, parseInstant } from '../time/time';

const at = (clock: string): number => parseInstant(`2026-09-17T${clock}+08:00`) ?? Number.NaN;
const EVENT = eventNamed('a', 1, {
  startsAt: '2026-09-17T14:00:00+08:00',
  endsAt: '2026-09-17T16:00:00+08:00',
  signUp: {
    form: 'visit',
    capacity: 1,
    maxParty: 1,
    opensAt: '2026-09-17T09:00:00+08:00',
    closesAt: '2026-09-17T13:30:00+08:00',
  },
});

test.each([
  ['00:00:00', '08:50:00'],
  ['08:50:00', '09:00:00'],
  ['09:00:00', '13:30:00'],
  ['13:29:59', '13:30:00'],
  ['13:30:00', '14:00:00'],
  ['14:00:00', '16:00:00'],
])('after %s comes %s', (now, next) => {
  expect(nextInstant(inOrder([EVENT]), at(now))).toBe(at(next));
});

test('after everything is over, and without any event, comes midnight in China', () => {
  const midnight = parseInstant('2026-09-18T00:00:00+08:00');
  expect(nextInstant(inOrder([EVENT]), at('16:00:00'))).toBe(midnight);
  expect(nextInstant([], at('16:00:00'))).toBe(midnight);
});

test.each([
  ['08:49:59', false],
  ['08:50:00', true],
  ['08:59:59', true],
  ['09:00:00', false],
])('at %s the opening is counted down: %s', (now, counting) => {
  expect(isCountingDown(at('09:00:00'), at(now))).toBe(counting);
});

test('nothing that a screen says of an event changes before the next instant', () => {
  const now = at('12:00:00');
  const hours = fc.integer({ min: -30, max: 30 });
  const rows = fc.array(fc.tuple(hours, fc.integer({ min: 1, max: 50 }), hours, hours), { minLength: 1, maxLength: 6 });
  const stamp = (hour: number): string => formatInstant(now + (hour * DAY_MS) / 24);
  fc.assert(
    fc.property(rows, fc.nat(999), (drawn, share) => {
      const events = inOrder(
        drawn.map(([from, long, opens, closes], index) =>
          eventNamed(`e${index}`, 1, {
            startsAt: stamp(from),
            endsAt: stamp(from + long),
            signUp: { form: 'visit', capacity: 1, maxParty: 1, opensAt: stamp(opens), closesAt: stamp(closes) },
          }),
        ),
      );
      const next = nextInstant(events, now);
      const between = now + Math.floor(((next - now - 1) * share) / 999);
      const words = (instant: number): unknown => [
        dayOf(instant),
        events.map((timed) => [
          phaseOf(timed, instant),
          isSignUpOpen(timed, instant),
          timed.signUp !== null && isCountingDown(timed.signUp.opensAt, instant),
        ]),
      ];
      expect(words(between)).toEqual(words(now));
    }),
  );
});
