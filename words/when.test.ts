import { parseInstant } from '../domain/time/time';
import { dayHeading, dayWords, hoursWords, nearDayWords, remainingWords, spanWords } from './when';

const at = (text: string): number => parseInstant(`${text}+08:00`) ?? Number.NaN;
const TODAY = '2026-09-17';

const SPANS: [name: string, from: string, to: string, on: string, hours: string, span: string][] = [
  ['an afternoon', '2026-09-18T14:00', '2026-09-18T16:00', '2026-09-18', '14:00–16:00', '9月18日 周五 14:00–16:00'],
  ['until midnight', '2026-09-18T20:00', '2026-09-19T00:00', '2026-09-18', '20:00–24:00', '9月18日 周五 20:00–24:00'],
  [
    'over midnight',
    '2026-09-18T22:00',
    '2026-09-19T01:00',
    '2026-09-18',
    '22:00–次日 01:00',
    '9月18日 周五 22:00–次日 01:00',
  ],
  [
    'over midnight, seen the day after',
    '2026-09-18T22:00',
    '2026-09-19T01:00',
    '2026-09-19',
    '9月18日 22:00–次日 01:00',
    '9月18日 周五 22:00–次日 01:00',
  ],
  [
    'three days',
    '2026-09-18T09:00',
    '2026-09-20T17:00',
    '2026-09-19',
    '第 2/3 天 · 至 9月20日 17:00',
    '9月18日 周五 09:00 – 9月20日 周日 17:00',
  ],
  [
    'two days, out before noon but no night',
    '2026-09-18T09:00',
    '2026-09-19T11:00',
    '2026-09-18',
    '第 1/2 天 · 09:00 至 9月19日',
    '9月18日 周五 09:00 – 9月19日 周六 11:00',
  ],
  ['a whole day', '2026-09-18T00:00', '2026-09-19T00:00', '2026-09-18', '全天', '9月18日 周五 全天'],
  [
    'a whole week',
    '2026-09-18T00:00',
    '2026-09-25T00:00',
    '2026-09-20',
    '第 3/7 天 · 至 9月24日',
    '9月18日 周五 – 9月24日 周四',
  ],
  [
    'another year',
    '2025-09-18T14:00',
    '2025-09-18T16:00',
    '2025-09-18',
    '14:00–16:00',
    '2025年9月18日 周四 14:00–16:00',
  ],
];

test.each(SPANS)('%s', (_name, from, to, on, hours, span) => {
  expect(hoursWords(at(from), at(to), TODAY, on)).toBe(hours);
  expect(spanWords(at(from), at(to), TODAY)).toBe(span);
});

test('days near today have names of their own', () => {
  expect(
    ['2026-09-16', '2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20'].map((day) => nearDayWords(day, TODAY)),
  ).toEqual(['昨天', '今天', '明天', '后天', null]);
  expect(dayHeading('2026-09-18', TODAY)).toBe('9月18日 周五 · 明天');
  expect(dayWords('2027-01-01', TODAY)).toBe('2027年1月1日');
});

test.each([
  [600_000, '10:00'],
  [599_001, '10:00'],
  [65_000, '1:05'],
  [1, '0:01'],
  [-5, '0:00'],
])('%i ms are left: %s', (ms, words) => {
  expect(remainingWords(ms)).toBe(words);
});
