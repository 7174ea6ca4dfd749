import fc from 'fast-check';
import { inOrder, upcoming } from './agenda';
import { eventNamed } from '../testing/fake-feed-server';
import { addDays, dayOf, formatInstant, MINUTE_MS, parseInstant } from '../time/time';
import type { QualityEvent } from './event';
import { groupUpcoming } from './upcoming';

const at = (text: string): number => parseInstant(`2026-09-${text}+08:00`) ?? Number.NaN;
const NOW = at('17T10:00:00');
const held = (id: string, from: string, to: string): ReturnType<typeof eventNamed> =>
  eventNamed(id, 1, { startsAt: `2026-09-${from}+08:00`, endsAt: `2026-09-${to}+08:00` });

test.each<[string, string, string, 'soon' | 'later' | 'running' | 'over']>([
  ['later today', '17T14:00:00', '17T16:00:00', 'soon'],
  ['since this morning', '17T09:00:00', '17T16:00:00', 'soon'],
  ['from today on for a month', '17T00:00:00', '30T18:00:00', 'soon'],
  ['last minute of tomorrow', '18T23:59:00', '19T02:00:00', 'soon'],
  ['the day after tomorrow', '19T00:00:00', '19T02:00:00', 'later'],
  ['since last night', '16T23:59:59', '17T12:00:00', 'running'],
  ['an exhibition of a month', '01T09:00:00', '30T18:00:00', 'running'],
  ['over', '17T08:00:00', '17T10:00:00', 'over'],
])('%s', (_, from, to, group) => {
  const groups = groupUpcoming(inOrder([held('a', from, to)]), NOW);
  const found = (['soon', 'later', 'running'] as const).filter((name) => groups[name].length > 0);
  expect(found).toEqual(group === 'over' ? [] : [group]);
});

test('four exhibitions of a month do not hide today’s lecture and tomorrow’s open day', () => {
  const shows = ['w', 'x', 'y', 'z'].map((id) => held(id, '01T09:00:00', '30T18:00:00'));
  const events = [
    ...shows,
    held('lecture', '17T14:00:00', '17T16:00:00'),
    held('open-day', '18T09:00:00', '18T16:00:00'),
  ];
  const { soon, later, running } = groupUpcoming(inOrder(events), NOW);
  expect(soon.map(({ id }) => id)).toEqual(['lecture', 'open-day']);
  expect([later.length, running.length]).toEqual([0, 4]);
});

test('however many there are, each is in one group and keeps its order, and only soon has what starts today or tomorrow', () => {
  const anyEvents = fc.array(fc.tuple(fc.integer({ min: -90_000, max: 90_000 }), fc.integer({ min: 1, max: 90_000 })));
  fc.assert(
    fc.property(anyEvents, (rows) => {
      const timed = inOrder(
        rows.map(([from, long], index) =>
          eventNamed(`e${index}`, 1, {
            startsAt: formatInstant(NOW + from * MINUTE_MS),
            endsAt: formatInstant(NOW + (from + long) * MINUTE_MS),
          }),
        ),
      );
      const { soon, later, running } = groupUpcoming(timed, NOW);
      const days = [dayOf(NOW), addDays(dayOf(NOW), 1)];
      const isSoon = ({ startsAt }: QualityEvent): boolean => days.includes(dayOf(startsAt));
      expect(soon).toEqual(upcoming(timed, NOW).filter(isSoon));
      expect([...later, ...running].some(isSoon)).toBe(false);
      for (const group of [later, running])
        expect(group).toEqual(upcoming(timed, NOW).filter((each) => group.includes(each)));
      expect(soon.length + later.length + running.length).toBe(upcoming(timed, NOW).length);
    }),
  );
});
