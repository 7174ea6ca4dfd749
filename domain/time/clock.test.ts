import { decideClockOffset } from './clock';

const NOON = Date.UTC(2026, 8, 18, 4);
const HOUR = 3_600_000;

test.each([
  ['a right clock', 0, 0],
  ['a slow network', -4_000, 0],
  ['just under a minute behind', -59_999, 0],
  ['just under a minute ahead', 59_999, 0],
  ['a minute behind', -60_000, 60_000],
  ['two hours behind', -2 * HOUR, 2 * HOUR],
  ['two hours ahead', 2 * HOUR, -2 * HOUR],
  ['a phone that thinks it is 1970', -NOON, NOON],
])('%s', (_, phoneAhead, offset) => {
  expect(decideClockOffset(NOON, NOON + phoneAhead)).toBe(offset);
});
