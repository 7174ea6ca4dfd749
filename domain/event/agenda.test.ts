import fc from 'fast-check';
import { agendaByDay, inOrder, listDay, phaseOf, signUpState, upcoming } from './agenda';
import type { QualityEvent } from './event';
import { addDays, dayOf, daysTouched, parseInstant } from '../time/time';

const EVENT: QualityEvent = {
  id: 'a',
  campaign: '2026',
  programmeId: 't058',
  kind: '开放日',
  title: '开放日',
  summary: '',
  organiser: { name: '市场监管局' },
  region: '540102',
  regionName: '拉萨市城关区',
  venue: null,
  startsAt: Date.parse('2026-09-18T14:00:00+08:00'),
  endsAt: Date.parse('2026-09-18T16:00:00+08:00'),
  audiences: ['公众'],
  status: 'scheduled',
  signUp: null,
  rev: 1,
};
const at = (text: string): number => parseInstant(`${text}+08:00`) ?? Number.NaN;
const held = (id: string, from: string, to: string): QualityEvent => ({
  ...EVENT,
  id,
  startsAt: at(from),
  endsAt: at(to),
});
type Listed = readonly [day: string, starting: readonly string[], running: readonly string[], continuing: number];
const idsOf = (events: readonly QualityEvent[]): string[] => events.map(({ id }) => id);
const listed = (events: QualityEvent[], from: string, to?: string): Listed[] =>
  agendaByDay(inOrder(events), from, to).map(({ day, starting, running, continuing }) => [
    day,
    idsOf(starting),
    idsOf(running),
    continuing,
  ]);

describe('agendaByDay', () => {
  const night = held('night', '2026-09-18T22:00:00', '2026-09-19T01:00:00');
  const evening = held('evening', '2026-09-18T20:00:00', '2026-09-19T00:00:00');
  const month = held('month', '2026-09-01T09:00:00', '2026-09-30T17:00:00');
  const three = held('three', '2026-09-17T09:00:00', '2026-09-19T17:00:00');
  const single = held('single', '2026-09-19T10:00:00', '2026-09-19T11:00:00');

  test('an event over midnight is listed on its first day and goes on the next; one that ends at 00:00 does not', () => {
    expect(listed([night, evening, single], '2026-09-18')).toEqual([
      ['2026-09-18', ['evening', 'night'], [], 0],
      ['2026-09-19', ['single'], [], 1],
    ]);
  });

  test('what began earlier comes after what starts, the first to end first, and is not repeated on later days', () => {
    expect(listed([month, three, evening, single], '2026-09-18')).toEqual([
      ['2026-09-18', ['evening'], ['three', 'month'], 0],
      ['2026-09-19', ['single'], [], 2],
    ]);
  });

  test('a range lists its own days only, each run once', () => {
    expect(listed([month, night, single], '2026-09-19', '2026-09-20')).toEqual([
      ['2026-09-19', ['single'], ['night', 'month'], 0],
    ]);
    expect(listed([month], '2026-10-01')).toEqual([]);
    expect(listed([single], '2026-09-01', '2026-09-18')).toEqual([]);
  });

  test('any events: each with a day in range is listed exactly once, on the first such day', () => {
    const start = at('2026-09-01T00:00:00');
    const span = fc.record({ from: fc.integer({ min: 0, max: 40_000 }), minutes: fc.integer({ min: 0, max: 6_000 }) });
    const day = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), day, day, (spans, later, length) => {
        const from = addDays('2026-09-01', later);
        const to = addDays(from, length);
        const events = spans.map(({ from: minute, minutes }, index) => ({
          ...EVENT,
          id: `e${index}`,
          startsAt: start + minute * 60_000,
          endsAt: start + (minute + minutes) * 60_000,
        }));
        const agenda = agendaByDay(inOrder(events), from, to);
        const pairs = agenda.flatMap((each) =>
          [...each.starting, ...each.running].map(({ id }) => `${each.day} ${id}`),
        );
        const naive = events.flatMap((event) =>
          daysTouched(event.startsAt, event.endsAt)
            .filter((each) => from <= each && each <= to)
            .slice(0, 1)
            .map((each) => `${each} ${event.id}`),
        );
        expect([...pairs].sort()).toEqual([...naive].sort());
        for (const { day: on, starting } of agenda) {
          expect(starting.every(({ startsAt }) => dayOf(startsAt) === on)).toBe(true);
          expect(starting.map(({ startsAt }) => startsAt)).toEqual(
            starting.map(({ startsAt }) => startsAt).sort((a, b) => a - b),
          );
        }
      }),
    );
  });
});

test('upcoming keeps what is under way and drops what is over', () => {
  const events = inOrder([EVENT]);
  expect(upcoming(events, at('2026-09-18T15:59:59'))).toHaveLength(1);
  expect(upcoming(events, at('2026-09-18T16:00:00'))).toHaveLength(0);
});

describe('phaseOf', () => {
  const cancelled: QualityEvent = { ...EVENT, status: 'cancelled' };
  test.each([
    ['before', '2026-09-18T13:59:59', 'ahead'],
    ['at the start', '2026-09-18T14:00:00', 'now'],
    ['at the end', '2026-09-18T16:00:00', 'over'],
  ])('%s', (_name, time, phase) => {
    expect(phaseOf(EVENT, at(time))).toBe(phase);
    expect(phaseOf(cancelled, at(time))).toBe('cancelled');
  });
});

test('listDay is the first day, or today while the event is under way', () => {
  const week = held('week', '2026-09-18T00:00:00', '2026-09-25T00:00:00');
  expect(listDay(week, at('2026-09-10T12:00:00'))).toBe('2026-09-18');
  expect(listDay(week, at('2026-09-20T12:00:00'))).toBe('2026-09-20');
});

describe('signUpState', () => {
  const terms = {
    form: 'visit' as const,
    opensAt: at('2026-09-10T09:00:00'),
    closesAt: at('2026-09-17T18:00:00'),
    capacity: 10,
    maxParty: 4,
  };
  const event = { ...EVENT, signUp: terms };
  test.each([
    ['without sign-up', EVENT, '2026-09-10T09:00:00', 'none'],
    ['before it opens', event, '2026-09-10T08:59:59', 'not-open'],
    ['from the moment that it opens', event, '2026-09-10T09:00:00', 'open'],
    ['at the moment that it closes', event, '2026-09-17T18:00:00', 'closed'],
    ['of a suspended event', { ...event, suspended: true as const }, '2026-09-12T09:00:00', 'suspended'],
    ['of a suspended event once closed', { ...event, suspended: true as const }, '2026-09-17T18:00:00', 'closed'],
    ['of a cancelled event', { ...event, status: 'cancelled' as const }, '2026-09-12T09:00:00', 'closed'],
  ])('%s', (_name, of, time, state) => {
    expect(signUpState(of, at(time)).state).toBe(state);
  });
});
