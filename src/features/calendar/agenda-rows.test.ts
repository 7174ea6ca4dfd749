import fc from 'fast-check';
import { agendaByDay, inOrder } from '../../../domain/event/agenda';
import { eventNamed } from '../../../domain/testing/fake-feed-server';
import { addDays } from '../../../domain/time/time';
import { agendaRows, drawRows, heightOf, offsetsOf, type RowChoices, rowMetrics, windowOf } from './agenda-rows';

const PHONE = rowMetrics(false, 390);
const PLAIN: RowChoices = { chosen: null, isUnfolded: false, isContinuingShown: true };
const LARGE = rowMetrics(true, 390);
const on = (day: string): { startsAt: string; endsAt: string } => ({
  startsAt: `${day}T09:00:00+08:00`,
  endsAt: `${day}T10:00:00+08:00`,
});

test('each day has a head, and under it its events; an event of two days stands once, and a line on the second says so', () => {
  const days = agendaByDay(
    inOrder([
      eventNamed('two', 1, { startsAt: '2026-09-18T22:00:00+08:00', endsAt: '2026-09-19T01:00:00+08:00' }),
      eventNamed('one', 1, on('2026-09-19')),
    ]),
    '2026-09-18',
  );
  expect(agendaRows(days, PLAIN, PHONE).map(({ key }) => key)).toEqual([
    '2026-09-18',
    '2026-09-18/two',
    '2026-09-19',
    '2026-09-19/one',
    '2026-09-19/on',
  ]);
});

const month = (id: string): ReturnType<typeof eventNamed> =>
  eventNamed(id, 1, { startsAt: '2026-09-01T09:00:00+08:00', endsAt: '2026-09-30T17:00:00+08:00' });

test('long exhibitions never bury what starts tomorrow: two of them, then a line', () => {
  const days = agendaByDay(
    inOrder([
      ...['a', 'b', 'c', 'd'].map(month),
      eventNamed('today', 1, on('2026-09-18')),
      eventNamed('next', 1, on('2026-09-19')),
    ]),
    '2026-09-18',
  );
  const keysOf = (choices: Partial<RowChoices>): string[] =>
    agendaRows(days, { ...PLAIN, ...choices }, PHONE).map(({ key }) => key.slice(8));
  const next = ['19', '19/next', '19/on'];
  expect(keysOf({})).toEqual(['18', '18/today', '18/a', '18/b', '18/unfold', ...next]);
  const all = ['18', '18/today', '18/a', '18/b', '18/c', '18/d', ...next];
  expect(keysOf({ isUnfolded: true })).toEqual(all);
  // A day that was tapped shows all that is on it.
  expect(keysOf({ chosen: '2026-09-18' })).toEqual(all);
  expect(keysOf({ isUnfolded: true, isContinuingShown: false })).toEqual(all.slice(0, -1));
});

test('a line that would hide a single card is not drawn', () => {
  const days = agendaByDay(inOrder(['a', 'b', 'c'].map(month)), '2026-09-18');
  expect(agendaRows(days, PLAIN, PHONE).map(({ type }) => type)).toEqual(['head', 'event', 'event', 'event']);
});

test('a chosen day with nothing on it says so and stands first; one with events is simply first', () => {
  const days = agendaByDay(inOrder([eventNamed('a', 1, on('2026-09-19'))]), '2026-09-18');
  expect(agendaRows(days, { ...PLAIN, chosen: '2026-09-18' }, PHONE).map(({ type }) => type)).toEqual([
    'head',
    'empty',
    'head',
    'event',
  ]);
  expect(agendaRows(days, { ...PLAIN, chosen: '2026-09-19' }, PHONE).map(({ type }) => type)).toEqual([
    'head',
    'event',
  ]);
  expect(agendaRows([], { ...PLAIN, chosen: '2026-09-18' }, PHONE).map(({ type }) => type)).toEqual(['head', 'empty']);
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
  expect(agendaRows(days, PLAIN, metrics)[1]).toMatchObject({ lines });
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
        const rows = agendaRows(agendaByDay(inOrder(events), '2026-09-01'), PLAIN, metrics);
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
