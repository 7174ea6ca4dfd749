import fc from 'fast-check';
import { agendaByDay, inOrder } from '../../domain/agenda';
import { eventNamed } from '../../domain/feed-double';
import { addDays } from '../../domain/time';
import { agendaRows, drawRows, heightOf, offsetsOf, rowMetrics, windowOf } from './agenda-rows';

const PHONE = rowMetrics(false, 390);
const LARGE = rowMetrics(true, 390);
const on = (day: string): { startsAt: string; endsAt: string } => ({
  startsAt: `${day}T09:00:00+08:00`,
  endsAt: `${day}T10:00:00+08:00`,
});

test('each day has a head, and under it its events; an event of two days stands under both', () => {
  const days = agendaByDay(
    inOrder([
      eventNamed('two', 1, { startsAt: '2026-09-18T22:00:00+08:00', endsAt: '2026-09-19T01:00:00+08:00' }),
      eventNamed('one', 1, on('2026-09-19')),
    ]),
    '2026-09-18',
  );
  expect(agendaRows(days, null, PHONE).map(({ key }) => key)).toEqual([
    '2026-09-18',
    '2026-09-18/two',
    '2026-09-19',
    '2026-09-19/two',
    '2026-09-19/one',
  ]);
});

test('a chosen day with nothing on it says so and stands first; one with events is simply first', () => {
  const days = agendaByDay(inOrder([eventNamed('a', 1, on('2026-09-19'))]), '2026-09-18');
  expect(agendaRows(days, '2026-09-18', PHONE).map(({ type }) => type)).toEqual(['head', 'empty', 'head', 'event']);
  expect(agendaRows(days, '2026-09-19', PHONE).map(({ type }) => type)).toEqual(['head', 'event']);
  expect(agendaRows([], '2026-09-18', PHONE).map(({ type }) => type)).toEqual(['head', 'empty']);
});

test.each([
  ['质量开放日', PHONE, 1],
  ['一二三四五六七八九十一二三四五六七八九', PHONE, 1],
  ['一二三四五六七八九十一二三四五六七八九二', PHONE, 2],
  ['Quality open day in Lhasa', PHONE, 1],
  ['一二三四五六七八九十一二三四五六', LARGE, 2],
  ['很长'.repeat(30), PHONE, 2],
])('%s takes as many lines as there are', (title, metrics, lines) => {
  const days = agendaByDay(inOrder([eventNamed('a', 1, { ...on('2026-09-19'), title })]), '2026-09-18');
  expect(agendaRows(days, null, metrics)[1]).toMatchObject({ lines });
});

test('whatever is in sight is drawn, under the head of its day, and the column keeps its height', () => {
  const perDay = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(
      perDay,
      fc.nat(20_000),
      fc.integer({ min: 1, max: 3000 }),
      fc.boolean(),
      (counts, from, tall, large) => {
        const metrics = large ? LARGE : PHONE;
        const events = counts.flatMap((count, day) =>
          Array.from({ length: count }, (_, index) =>
            eventNamed(`e${day}-${index}`, 1, { ...on(addDays('2026-09-01', day)), title: '长'.repeat(5 + index) }),
          ),
        );
        const rows = agendaRows(agendaByDay(inOrder(events), '2026-09-01'), null, metrics);
        const offsets = offsetsOf(rows, metrics);
        const window = windowOf(offsets, from, from + tall);
        const drawn = drawRows(rows, offsets, window, metrics);
        rows.forEach((row, index) => {
          const [top, bottom] = [offsets[index] ?? 0, offsets[index + 1] ?? 0];
          if (bottom > from && top < from + tall) expect(drawn.rows).toContain(row);
        });
        expect(drawn.rows[0]?.type).toBe('head');
        const inside = drawn.rows.reduce((sum, row) => sum + heightOf(row, metrics), 0);
        expect(drawn.above + inside + drawn.below).toBe(offsets.at(-1));
        expect(drawn.above).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('no rows, no window', () => {
  expect(windowOf(offsetsOf([], PHONE), 0, 800)).toEqual({ first: 0, end: 0 });
  expect(drawRows([], [0], { first: 0, end: 0 }, PHONE)).toEqual({ rows: [], above: 0, below: 0 });
});
