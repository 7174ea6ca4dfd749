import fc from 'fast-check';
import { inOrder } from '../event/agenda';
import { KINDS } from '../campaign/campaign';
import { eventNamed } from '../testing/fake-feed-server';
import { addMonths, anchorIn, marksByDay, monthOf, weekOf, weeksOf } from './month-grid';
import { addDays, DAY_MS, formatInstant, parseDay, weekdayOf } from './time';

const months = fc
  .tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

test.each([
  ['2026-09', 5, '2026-08-31', '2026-10-04'],
  ['2026-11', 6, '2026-10-26', '2026-12-06'],
  ['2027-02', 4, '2027-02-01', '2027-02-28'],
  ['2024-02', 5, '2024-01-29', '2024-03-03'],
])('%s has %i weeks, from %s to %s', (month, weeks, first, last) => {
  const grid = weeksOf(month);
  expect(grid).toHaveLength(weeks);
  expect(grid[0]?.[0]).toBe(first);
  expect(grid.at(-1)?.at(-1)).toBe(last);
});

test('a grid is whole weeks from Monday on, with every day of its month once and no week without one', () => {
  fc.assert(
    fc.property(months, (month) => {
      const weeks = weeksOf(month);
      const days = weeks.flat();
      expect(weeks.every((week) => week.length === 7 && week.some((day) => monthOf(day) === month))).toBe(true);
      expect(weekdayOf(days[0] ?? '')).toBe(1);
      expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '', index)));
      const own = days.filter((day) => monthOf(day) === month);
      expect(own[0]).toBe(`${month}-01`);
      expect(monthOf(addDays(own.at(-1) ?? '', 1))).toBe(addMonths(month, 1));
    }),
  );
});

test('months are counted over the turn of the year, and back', () => {
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-11', -23)).toBe('2024-12');
  fc.assert(
    fc.property(months, fc.integer({ min: -600, max: 600 }), (month, count) => {
      expect(addMonths(addMonths(month, count), -count)).toBe(month);
    }),
  );
});

test.each(['2026-13', '2026-1', '2026-09-01', ''])('%j is no month', (text) => {
  expect(() => weeksOf(text)).toThrow(RangeError);
  expect(() => addMonths(text, 1)).toThrow(RangeError);
});

test('a cancelled event marks no day, kinds stand in one order and none twice', () => {
  const events = inOrder([
    eventNamed('a', 1, { kind: '科普' }),
    eventNamed('b', 1, { kind: '开放日' }),
    eventNamed('c', 1, { kind: '科普' }),
    eventNamed('d', 1, { kind: '监督执法', status: 'cancelled' }),
  ]);
  expect([...marksByDay(events, '2026-09-01', '2026-09-30')]).toEqual([
    ['2026-09-18', { kinds: ['开放日', '科普'], count: 3 }],
  ]);
});

test('a day carries exactly the events whose time and its own overlap', () => {
  const base = parseDay('2026-09-01') ?? 0;
  const spans = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 40 * 24 }),
      hours: fc.integer({ min: 1, max: 100 }),
      kind: fc.constantFrom(...KINDS),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(spans, (all) => {
      const events = inOrder(
        all.map(({ start, hours, kind }, index) =>
          eventNamed(`e${index}`, 1, {
            kind,
            startsAt: formatInstant(base + (start * DAY_MS) / 24),
            endsAt: formatInstant(base + ((start + hours) * DAY_MS) / 24),
          }),
        ),
      );
      const marks = marksByDay(events, '2026-09-03', '2026-09-30');
      for (let day = '2026-09-01'; day <= '2026-10-15'; day = addDays(day, 1)) {
        const from = parseDay(day) ?? 0;
        const on = events.filter(({ startsAt, endsAt }) => startsAt < from + DAY_MS && endsAt > from);
        const shown = day >= '2026-09-03' && day <= '2026-09-30' && on.length > 0;
        expect(marks.get(day)?.count).toBe(shown ? on.length : undefined);
        if (shown) expect(new Set(marks.get(day)?.kinds)).toEqual(new Set(on.map(({ event }) => event.kind)));
      }
    }),
  );
});

test.each([
  ['a Monday', '2026-11-23'],
  ['a Friday', '2026-11-27'],
  ['a Sunday', '2026-11-29'],
])('the week of %s is Monday to Sunday', (_, day) => {
  expect([weekOf(day)[0], weekOf(day)[6], weekOf(day).length]).toEqual(['2026-11-23', '2026-11-29', 7]);
});

test.each([
  ['the chosen day', '2026-12', '2026-12-09', '2026-12-09'],
  ['today, when the chosen day is in another month', '2026-11', '2026-12-09', '2026-11-27'],
  ['the first, when neither is in it', '2027-01', '2026-12-09', '2027-01-01'],
  ['today, when nothing is chosen', '2026-11', null, '2026-11-27'],
])('a turned calendar finds its place by %s', (_, month, chosen, anchor) => {
  expect(anchorIn(month, chosen, '2026-11-27')).toBe(anchor);
});
