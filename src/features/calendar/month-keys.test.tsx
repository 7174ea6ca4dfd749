import { cleanup, render, screen } from '@testing-library/react';
import type { DayMarks } from '../../../domain/time/month-grid';
import { freshApp, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { MonthHead } from './month-head';
import { MonthLegend } from './month-legend';
import { type ShownDays, MonthView, weeksShown } from './month-view';

const TODAY = '2026-09-18';
const PERIOD = { from: '2026-09-01', to: '2026-09-30' };
freshApp(at('18T08:00'));

let shown: ShownDays[];
let chosen: string[];
const marks = new Map<string, DayMarks>([['2026-09-19', { count: 2, kinds: ['科普'] } as unknown as DayMarks]]);

beforeEach(() => {
  shown = [];
  chosen = [];
});
function show(days: ShownDays, part: Partial<Parameters<typeof MonthView>[0]> = {}): void {
  render(
    <MonthView
      shown={days}
      today={TODAY}
      chosen={null}
      period={PERIOD}
      marks={marks}
      mine={new Map()}
      onShow={(next) => shown.push(next)}
      onDay={(day) => chosen.push(day)}
      {...part}
    />,
  );
}

test.each<[ShownDays, number, string, string]>([
  [{ anchor: TODAY, isOpen: false }, 1, '2026-09-14', '2026-09-20'],
  [{ anchor: TODAY, isOpen: true }, 5, '2026-08-31', '2026-10-04'],
  [{ anchor: '2026-02-10', isOpen: true }, 5, '2026-01-26', '2026-03-01'],
])('%j is %i weeks from %s to %s', (days, weeks, first, last) => {
  const rows = weeksShown(days);
  expect([rows.length, rows[0]?.[0], rows.at(-1)?.at(-1)]).toEqual([weeks, first, last]);
});

test('a week turns by a week; an open month by a month, and keeps the chosen day in sight where it is of it', async () => {
  show({ anchor: TODAY, isOpen: false });
  await tap('上一周');
  await tap('下一周');
  expect(shown.map(({ anchor }) => anchor)).toEqual(['2026-09-11', '2026-09-25']);
  cleanup();
  shown = [];
  show({ anchor: '2026-10-01', isOpen: true }, { chosen: '2026-09-05' });
  await tap('上个月');
  expect(shown).toEqual([{ anchor: '2026-09-05', isOpen: true }]);
});

test('a day that is tapped is told; the chosen one says that it is', async () => {
  show({ anchor: TODAY, isOpen: false }, { chosen: TODAY });
  expect(screen.getByLabelText(/^9月18日/).getAttribute('aria-selected')).toBe('true');
  await tap(/^9月19日 周六 · 明天，2 场：科普/);
  expect(chosen).toEqual(['2026-09-19']);
});

test('a campaign without dates marks no day as its own', () => {
  show({ anchor: TODAY, isOpen: true }, { period: undefined });
  expect(document.querySelectorAll('.day--period')).toHaveLength(0);
  expect(screen.queryByText('质量月')).toBeNull();
});

test('the head offers 今天 only from elsewhere', async () => {
  const turned: number[] = [];
  let isToday = 0;
  const head = (hasToday: boolean): void => {
    render(
      <MonthHead
        month="2026-09"
        isOpen={false}
        hasToday={hasToday}
        onOpen={() => undefined}
        onTurn={(step) => turned.push(step)}
        onToday={() => (isToday += 1)}
      />,
    );
  };
  head(true);
  expect(screen.queryByLabelText('今天')).toBeNull();
  cleanup();
  head(false);
  await tap('今天');
  await tap('下一周');
  expect([isToday, turned]).toEqual([1, [1]]);
});

test.each([
  [true, '质量月 9月1日至9月30日'],
  [false, '质量月'],
])('the legend (open: %s) says what the band is: %s', (isOpen, words) => {
  render(<MonthLegend period={PERIOD} isOpen={isOpen} today={TODAY} />);
  expect(screen.getByText(words)).toBeTruthy();
});
