import { formatInstant } from '../../../domain/time/time';
import { nearestTo } from './nearest-event';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 8, 1);
const event = (id: string, hours: number, taken: number | null = null) => ({
  id,
  startsAt: formatInstant(NOW + hours * HOUR),
  endsAt: formatInstant(NOW + (hours + 2) * HOUR),
  seats: taken === null ? null : { capacity: 20, taken, waiting: 0 },
});

test.each<readonly [string, string, readonly ReturnType<typeof event>[]]>([
  ['the one that is on', 'on', [event('next', 1, 5), event('on', -1), event('over', -9, 3)]],
  [
    'else the next with somebody on its list',
    'full',
    [event('empty', 1, 0), event('full', 5, 5), event('later', 9, 5)],
  ],
  ['else the next', 'open', [event('later', 9), event('open', 5)]],
  ['else the last', 'late', [event('early', -20, 5), event('late', -9)]],
  ['none', '', []],
])('%s', (_, id, events) => {
  expect(nearestTo(NOW, events)).toBe(id);
});
