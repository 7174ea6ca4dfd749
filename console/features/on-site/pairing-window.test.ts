import { DAY_MS, formatInstant } from '../../../domain/time/time';
import { pairingWindow } from './pairing-window';

const NOW = Date.UTC(2026, 8, 1);
const event = (day: number) => ({
  startsAt: formatInstant(NOW + day * DAY_MS),
  endsAt: formatInstant(NOW + day * DAY_MS + 3_600_000),
});
const windowOf = (...days: readonly number[]) => {
  const span = pairingWindow(days.map(event), NOW);
  return span && [(span.from - NOW) / DAY_MS, Math.floor((span.to - NOW) / DAY_MS)];
};

test.each<readonly [string, readonly number[], readonly number[] | null]>([
  ['in the week before: that week and the day after', [3], [-4, 4]],
  ['earlier: from now on, so that it can be tried', [20], [0, 21]],
  ['of several the first and the last', [3, 20], [-4, 21]],
  ['so early that the server would not take it: the week before', [90], [83, 91]],
  ['without an event', [], null],
])('%s', (_, days, span) => {
  expect(windowOf(...days)).toEqual(span);
});

test('an event without a time gives none', () => {
  expect(pairingWindow([{ startsAt: null, endsAt: null }], NOW)).toBeNull();
});
