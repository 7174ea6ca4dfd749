import fc from 'fast-check';
import { type ClockReading, decideClockOffset } from './clock';

const NOON = Date.UTC(2026, 8, 18, 4);
const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** What a phone reads whose clock is `ahead` of the server's, when the way there and back takes so long. */
function reading(ahead: number, way = 0, back = 0, at = NOON): ClockReading {
  const answeredAt = at + way;
  return {
    serverDate: Math.floor(answeredAt / SECOND) * SECOND,
    spanMs: SECOND,
    sentAt: at + ahead,
    receivedAt: answeredAt + back + ahead,
  };
}

test.each([
  ['a right clock', 0, reading(0), 0],
  ['a right clock within a second', 0, reading(0, 0, 0, NOON + 999), 0],
  ['a right clock over a slow network', 0, reading(0, 4 * SECOND, 5 * SECOND), 0],
  ['a known offset that still fits', -HOUR, reading(HOUR, 200, 200), -HOUR],
  ['fifty seconds ahead', 0, reading(50 * SECOND), -49.5 * SECOND],
  ['fifty seconds behind', 0, reading(-50 * SECOND), 50.5 * SECOND],
  ['two hours ahead', 0, reading(2 * HOUR), -2 * HOUR + 500],
  ['a phone that thinks it is 1970', 0, reading(-NOON), NOON + 500],
  ['a clock that was set right since', 2 * HOUR, reading(0), 500],
  ['an answer from a cache, whose age counts whole seconds too', 0, { ...reading(1500), spanMs: 2000 }, 0],
])('%s', (_, known, heard, offset) => {
  expect(decideClockOffset(known, heard)).toBe(offset);
});

test('never off by more than the way and the second that the header leaves open', () => {
  const way = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.integer({ min: -HOUR, max: HOUR }), way, way, fc.nat(999), (ahead, there, back, into) => {
      const offset = decideClockOffset(0, reading(ahead, there, back, NOON + into));
      expect(Math.abs(offset + ahead)).toBeLessThanOrEqual(there + back + SECOND);
    }),
  );
});
