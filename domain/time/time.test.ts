import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import {
  addDays,
  dayOf,
  daysBetween,
  daysTouched,
  formatExactInstant,
  formatInstant,
  parseDay,
  parseHttpDate,
  parseInstant,
  wallClock,
  weekdayOf,
} from './time';

/** Epoch ms of a wire instant that the test knows to be one. */
function at(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
}

describe('parseInstant', () => {
  test.each([
    ['with the offset of China', '2026-09-18T14:00:00+08:00', Date.UTC(2026, 8, 18, 6)],
    ['in UTC', '2026-09-18T06:00:00Z', Date.UTC(2026, 8, 18, 6)],
    ['west of Greenwich', '2026-09-17T22:30:00-07:30', Date.UTC(2026, 8, 18, 6)],
    ['without seconds', '2026-09-18T14:00+08:00', Date.UTC(2026, 8, 18, 6)],
    ['with tenths', '2026-09-18T14:00:00.5+08:00', Date.UTC(2026, 8, 18, 6, 0, 0, 500)],
    ['with microseconds, which are cut', '2026-09-18T14:00:00.123999+08:00', Date.UTC(2026, 8, 18, 6, 0, 0, 123)],
    ['a leap day', '2028-02-29T00:00:00+08:00', Date.UTC(2028, 1, 28, 16)],
  ])('reads %s', (_, text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test.each([
    ['no offset', '2026-09-18T14:00:00'],
    ['a day that is none', '2026-02-29T14:00:00+08:00'],
    ['a 31st of September', '2026-09-31T14:00:00+08:00'],
    ['a month 13', '2026-13-01T14:00:00+08:00'],
    ['a month 0', '2026-00-01T14:00:00+08:00'],
    ['an hour 24', '2026-09-18T24:00:00+08:00'],
    ['a minute 60', '2026-09-18T14:60:00+08:00'],
    ['a second 60', '2026-09-18T14:00:60+08:00'],
    ['an offset beyond 14 hours', '2026-09-18T14:00:00+15:00'],
    ['a space for the T', '2026-09-18 14:00:00+08:00'],
    ['a day alone', '2026-09-18'],
    ['words', 'tomorrow'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test('reads back what formatInstant wrote, to the second', () => {
    const range = { min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) };
    fc.assert(
      fc.property(fc.integer(range), (instant) => {
        expect(parseInstant(formatInstant(instant))).toBe(Math.floor(instant / 1000) * 1000);
      }),
    );
  });
});

describe('the wall in China', () => {
  test('shows the next day from 16:00 UTC on', () => {
    expect(dayOf(Date.UTC(2026, 8, 17, 15, 59, 59, 999))).toBe('2026-09-17');
    expect(dayOf(Date.UTC(2026, 8, 17, 16))).toBe('2026-09-18');
  });

  test('shows every part', () => {
    expect(wallClock(at('2026-09-18T22:05:07+08:00'))).toEqual({
      day: '2026-09-18',
      year: 2026,
      month: 9,
      date: 18,
      weekday: 5,
      hour: 22,
      minute: 5,
      second: 7,
    });
  });

  test('formats with the offset, whatever offset came in', () => {
    expect(formatInstant(at('2026-12-31T20:00:00Z'))).toBe('2027-01-01T04:00:00+08:00');
  });
});

describe('days', () => {
  test.each([
    ['2026-09-30', 1, '2026-10-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-09-01', 0, '2026-09-01'],
  ])('%s and %i is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  test('know their weekday', () => {
    expect(weekdayOf('2026-09-18')).toBe(5);
    expect(weekdayOf('2026-09-20')).toBe(0);
  });

  test.each(['2026-9-1', '2026-02-30', '20260901', '2026-09-01T00:00:00+08:00', ''])('refuse %p', (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });
});

describe('daysTouched', () => {
  test.each([
    ['an afternoon', '2026-09-18T14:00:00+08:00', '2026-09-18T16:00:00+08:00', ['2026-09-18']],
    ['across midnight', '2026-09-18T22:00:00+08:00', '2026-09-19T01:00:00+08:00', ['2026-09-18', '2026-09-19']],
    [
      'three days',
      '2026-09-18T09:00:00+08:00',
      '2026-09-20T17:00:00+08:00',
      ['2026-09-18', '2026-09-19', '2026-09-20'],
    ],
    ['an end at 00:00', '2026-09-18T20:00:00+08:00', '2026-09-19T00:00:00+08:00', ['2026-09-18']],
    ['one second past 00:00', '2026-09-18T20:00:00+08:00', '2026-09-19T00:00:01+08:00', ['2026-09-18', '2026-09-19']],
    ['a whole day', '2026-09-18T00:00:00+08:00', '2026-09-19T00:00:00+08:00', ['2026-09-18']],
    ['no length', '2026-09-18T00:00:00+08:00', '2026-09-18T00:00:00+08:00', ['2026-09-18']],
    ['an end before the start', '2026-09-18T10:00:00+08:00', '2026-09-16T10:00:00+08:00', ['2026-09-18']],
    ['across the year', '2026-12-31T23:00:00+08:00', '2027-01-01T02:00:00+08:00', ['2026-12-31', '2027-01-01']],
    ['one day in China, two in UTC', '2026-09-18T01:00:00+08:00', '2026-09-18T23:00:00+08:00', ['2026-09-18']],
  ])('%s', (_, startsAt, endsAt, days) => {
    expect(daysTouched(at(startsAt), at(endsAt))).toEqual(days);
  });

  test('are consecutive, from the day of the start to the day of the last millisecond', () => {
    const start = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 * 24 * 3_600_000 }), (startsAt, length) => {
        const days = daysTouched(startsAt, startsAt + length);
        expect(days[0]).toBe(dayOf(startsAt));
        expect(days.at(-1)).toBe(dayOf(startsAt + length - 1));
        days.slice(1).forEach((day, index) => {
          expect(addDays(days[index] ?? '', 1)).toBe(day);
        });
      }),
    );
  });
});

describe('parseHttpDate', () => {
  test('reads the example of RFC 9110', () => {
    expect(parseHttpDate('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });

  test('reads what this platform writes', () => {
    const seconds = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) / 1000 });
    fc.assert(
      fc.property(seconds, (second) => {
        expect(parseHttpDate(new Date(second * 1000).toUTCString())).toBe(second * 1000);
      }),
    );
  });

  test.each([
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
    'Sun, 06 Nov 1994 08:49:37 CST',
    'Sun, 31 Feb 2026 08:49:37 GMT',
    'Sun, 06 Xyz 1994 08:49:37 GMT',
    '1994-11-06T08:49:37Z',
    '',
  ])('refuses %p', (text) => {
    expect(parseHttpDate(text)).toBeNull();
  });
});

/** Run in a process of its own, since a zone is the process's. */
const PROBE = `
  const t = require('./domain/time/time.ts');
  const instants = ['2026-03-29T00:30:00+08:00', '2026-09-18T22:00:00+08:00', '2026-11-01T13:30:00+08:00', '2027-01-01T00:00:00+08:00'];
  const told = instants.map((text) => {
    const instant = t.parseInstant(text);
    return [instant, t.formatInstant(instant), t.wallClock(instant), t.daysTouched(instant, instant + 3 * 3600000)];
  });
  told.push(t.addDays('2026-03-28', 2), t.daysBetween('2026-03-28', '2026-11-02'), t.weekdayOf('2026-09-18'));
  told.push(t.parseHttpDate('Sun, 29 Mar 2026 01:30:00 GMT'));
  console.log(JSON.stringify({ zone: new Date(2026, 0, 1).getTimezoneOffset(), told }));
`;

function inZone(zone: string): { readonly zone: number; readonly told: unknown } {
  const out = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', PROBE], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  return JSON.parse(out) as { zone: number; told: unknown };
}

test('a phone in any zone, daylight saving or not, says the same', () => {
  const china = inZone('Asia/Shanghai');
  expect(china.zone).toBe(-480);
  const elsewhere = ['UTC', 'America/New_York', 'Europe/London', 'Pacific/Kiritimati'].map(inZone);
  expect(elsewhere.map(({ zone }) => zone)).toEqual([0, 300, 0, -840]);
  for (const { told } of elsewhere) expect(told).toEqual(china.told);
});

test.each([
  [Date.UTC(2026, 8, 2), '2026-09-02T08:00:00+08:00'],
  [Date.UTC(2026, 8, 2) + 7, '2026-09-02T08:00:00.007+08:00'],
  [-1, '1970-01-01T07:59:59.999+08:00'],
])('an exact instant is read back as itself: %d', (instant, text) => {
  expect(formatExactInstant(instant)).toBe(text);
  expect(parseInstant(text)).toBe(instant);
});
