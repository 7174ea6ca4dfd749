import type { DraftRow } from '../../../domain/event/draft';
import { at } from '../../testing/held-events';
import { groupEvents } from './event-groups';

const NOW = at('10T09:00');
const PUBLISHED = { rev: 1, status: 'scheduled', suspended: false };

const row = (id: string, from: string | null, to: string | null, part: object = {}): DraftRow =>
  ({
    ...{ id, title: id, published: PUBLISHED },
    startsAt: from === null ? null : `2026-09-${from}:00+08:00`,
    endsAt: to === null ? null : `2026-09-${to}:00+08:00`,
    ...part,
  }) as unknown as DraftRow;

const grouped = (...rows: DraftRow[]): object =>
  Object.fromEntries(groupEvents(rows, NOW).map((group) => [group.name, group.rows.map(({ id }) => id)]));

test.each<[string, DraftRow, string]>([
  ['of today, not begun', row('e', '10T14:00', '10T16:00'), 'today'],
  ['of today, over already', row('e', '10T07:00', '10T08:00'), 'today'],
  ['of several days, today among them', row('e', '08T09:00', '12T17:00'), 'today'],
  ['that ends at midnight of today', row('e', '09T20:00', '10T00:00'), 'past'],
  ['of tomorrow', row('e', '11T09:00', '11T10:00'), 'coming'],
  ['of yesterday', row('e', '09T09:00', '09T10:00'), 'past'],
  ['that nobody sees yet, though it is today', row('e', '10T14:00', '10T16:00', { published: null }), 'unpublished'],
  ['without a time', row('e', null, null), 'unpublished'],
])('an event %s is in its group', (_, event, name) => {
  expect(grouped(event)).toEqual({ [name]: ['e'] });
});

test('groups come in the order of need, empty ones not at all; within one the server’s order stays', () => {
  const groups = groupEvents(
    [
      row('past', '01T09:00', '01T10:00'),
      row('b', '12T09:00', '12T10:00'),
      row('a', '11T09:00', '11T10:00'),
      row('now', '10T09:00', '10T10:00'),
    ],
    NOW,
  );
  expect(groups.map(({ name }) => name)).toEqual(['today', 'coming', 'past']);
  expect(groups[1]?.rows.map(({ id }) => id)).toEqual(['b', 'a']);
});
