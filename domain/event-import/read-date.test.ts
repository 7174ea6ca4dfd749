import { formatInstant } from '../time/time';
import { readDate } from './read-date';
import { serialToInstant, type Cell } from './sheet';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: number): Cell => ({ kind: 'number', value, text: String(value) });
const date = (serial: number, hasTime: boolean): Cell => ({
  kind: 'date',
  instant: serialToInstant(serial, '1900'),
  hasTime,
});

const read = (cell: Cell, edge: 'start' | 'end' = 'start', epoch: '1900' | '1904' = '1900'): string => {
  const reading = readDate(cell, { year: 2025, epoch, edge });
  if (!reading.ok) return reading.code;
  return `${formatInstant(reading.instant).slice(0, 19)}${reading.timeMissing ? ' all day' : ''}`;
};

test.each([
  ['2025-9-8', '2025-09-08T00:00:00 all day'],
  ['9月8日', '2025-09-08T00:00:00 all day'],
  ['9月8号', '2025-09-08T00:00:00 all day'],
  ['2025/09/08 9:30', '2025-09-08T09:30:00'],
  ['2025.9.8 09:30:15', '2025-09-08T09:30:15'],
  ['2025年9月8日9时30分', '2025-09-08T09:30:00'],
  ['2025年9月8日（周一）上午9点', '2025-09-08T09:00:00'],
  ['9月8日下午2点半', '2025-09-08T14:30:00'],
  ['9月8日 晚上7:00', '2025-09-08T19:00:00'],
  ['9月8日 中午12点', '2025-09-08T12:00:00'],
  ['9月8日 14点整', '2025-09-08T14:00:00'],
  ['2025-9-8 2:30 PM', '2025-09-08T14:30:00'],
  ['2025-9-8 12:05 AM', '2025-09-08T00:05:00'],
  ['20250908', '2025-09-08T00:00:00 all day'],
  ['20250908 0930', 'date'],
  ['２０２５－９－８　９：３０', '2025-09-08T09:30:00'],
  ['\u00a0\u200b2025-9-8\ufeff 9:30 ', '2025-09-08T09:30:00'],
  ['2025-09-08T09:30:00+08:00', '2025-09-08T09:30:00'],
  ['2025-09-08T01:30:00Z', '2025-09-08T09:30:00'],
  ['2025-09-08 09:30:00 +08:00', '2025-09-08T09:30:00'],
  ['2025-09-08T09:30', '2025-09-08T09:30:00'],
  ['2025-9-8 24:00', '2025-09-09T00:00:00'],
  ['2024-2-29', '2024-02-29T00:00:00 all day'],
  ['2025-2-29', 'no-such-day'],
  ['2025-13-1', 'no-such-day'],
  ['9月31日', 'no-such-day'],
  ['2025-9-8 25:00', 'date'],
  ['2025-9-8 9:75', 'date'],
  ['9/8', 'year-missing'],
  ['9.8 9:30', 'year-missing'],
  ['9:30', 'day-missing'],
  ['下午2点', 'day-missing'],
  ['9月8日至10日', 'date-range'],
  ['9月8日-9月10日', 'date-range'],
  ['9月8日 9:00-11:00', 'date-range'],
  ['2025-9-8～2025-9-10', 'date-range'],
  ['待定', 'date'],
  ['25-9-8', 'year-missing'],
])('text %j is %s', (value, expected) => {
  expect(read(text(value))).toBe(expected);
});

test.each<[string, Cell, string]>([
  ['a day', date(45908, false), '2025-09-08T00:00:00 all day'],
  ['with a time, one millisecond early', date(45908 + 34_199.9999 / 86_400, true), '2025-09-08T09:30:00'],
  ['with the time of midnight written out', date(45908, true), '2025-09-08T00:00:00'],
  ['a serial date that lost its format', number(45908.395833333336), '2025-09-08T09:30:00'],
  ['a day of that kind', number(45908), '2025-09-08T00:00:00 all day'],
  ['a day without signs as a number', number(20250908), '2025-09-08T00:00:00 all day'],
  ['a time without a day', number(0.395833), 'day-missing'],
  ['9.8 typed for the eighth of September', number(9.8), 'year-missing'],
  ['a number that is no date', number(120), 'date'],
])('serial: %s', (_, cell, expected) => {
  expect(read(cell)).toBe(expected);
});

test('the epoch of 1904 is four years and a day away', () => {
  expect(read(number(45908 - 1462), 'start', '1904')).toBe('2025-09-08T00:00:00 all day');
  expect(serialToInstant(45908 - 1462, '1904')).toBe(serialToInstant(45908, '1900'));
});

test.each<[string, Cell]>([
  ['text', text('2025-9-8')],
  ['a serial date', date(45908, false)],
  ['a number', number(45908)],
])('an end without a time is the end of its day: %s', (_, cell) => {
  expect(read(cell, 'end')).toBe('2025-09-09T00:00:00 all day');
});

test('no minute of a day drifts', () => {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
    expect(read(date(45908 + minute / 1440, true))).toBe(`2025-09-08T${clock}`);
  }
});
