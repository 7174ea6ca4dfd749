import * as v from 'valibot';
import { monthState } from './campaign';
import { DaySchema } from './day';

const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

test.each([
  ['long before', '2026-07-31', { phase: 'before', daysToGo: 32 }],
  ['the eve', '2026-08-31', { phase: 'before', daysToGo: 1 }],
  ['the first day', '2026-09-01', { phase: 'during', day: 1, of: 30 }],
  ['the last day', '2026-09-30', { phase: 'during', day: 30, of: 30 }],
  ['the day after', '2026-10-01', { phase: 'after' }],
])('%s', (_, today, expected) => {
  expect(monthState(SEPTEMBER, today)).toEqual(expected);
});

test('a month may cross the year, or last a day', () => {
  expect(monthState({ from: '2026-12-31', to: '2027-01-02' }, '2027-01-01')).toEqual({
    phase: 'during',
    day: 2,
    of: 3,
  });
  expect(monthState({ from: '2026-09-01', to: '2026-09-01' }, '2026-09-01')).toEqual({
    phase: 'during',
    day: 1,
    of: 1,
  });
});

test.each([
  ['2026-09-18', true],
  ['2026-09-31', false],
  ['2026-9-18', false],
])('%s is a day: %p', (text, expected) => {
  expect(v.is(DaySchema, text)).toBe(expected);
});
