import fc from 'fast-check';
import { agendaByDay, inOrder, listDay, phaseOf, signUpState, upcoming } from './agenda';
import type { QualityEvent } from './event';
import { addDays, daysTouched, formatInstant, parseInstant } from './time';

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
  startsAt: '2026-09-18T14:00:00+08:00',
  endsAt: '2026-09-18T16:00:00+08:00',
  audiences: ['公众'],
  status: 'scheduled',
  signUp: null,
  rev: 1,
};
const at = (text: string): number => parseInstant(`${text}+08:00`) ?? Number.NaN;
const held = (id: string, from: string, to: string): QualityEvent => ({
  ...EVENT,
  id,
  startsAt: `${from}+08:00`,
  endsAt: `${to}+08:00`,
});
const idsByDay = (events: QualityEvent[], from: string): [string, string[]][] =>
  agendaByDay(inOrder(events), from).map(({ day, events: on }) => [day, on.map(({ event }) => event.id)]);

describe('agendaByDay', () => {
  test('an event over midnight stands on both days, one that ends at 00:00 on the first only', () => {
    const night = held('night', '2026-09-18T22:00:00', '2026-09-19T01:00:00');
    const evening = held('evening', '2026-09-18T20:00:00', '2026-09-19T00:00:00');
    expect(idsByDay([night, evening], '2026-09-18')).toEqual([
      ['2026-09-18', ['evening', 'night']],
      ['2026-09-19', ['night']],
    ]);
  });

  test('an event of three days stands on each, but not on days gone by', () => {
    const three = held('three', '2026-09-18T09:00:00', '2026-09-20T17:00:00');
    expect(idsByDay([three], '2026-09-19').map(([day]) => day)).toEqual(['2026-09-19', '2026-09-20']);
  });

  test('any events: each stands once on each day that it touches from that day on, in order of start', () => {
    const start = at('2026-09-01T00:00:00');
    const span = fc.record({ from: fc.integer({ min: 0, max: 40_000 }), minutes: fc.integer({ min: 0, max: 6_000 }) });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), fc.integer({ min: 0, max: 30 }), (spans, later) => {
        const from = addDays('2026-09-01', later);
        const events = spans.map(({ from: minute, minutes }, index) => ({
          ...EVENT,
          id: `e${index}`,
          startsAt: formatInstant(start + minute * 60_000),
          endsAt: formatInstant(start + (minute + minutes) * 60_000),
        }));
        const agenda = agendaByDay(inOrder(events), from);
        const pairs = agenda.flatMap(({ day, events: on }) => on.map(({ event }) => `${day} ${event.id}`));
        const naive = events.flatMap((event) =>
          daysTouched(parseInstant(event.startsAt) ?? 0, parseInstant(event.endsAt) ?? 0)
            .filter((day) => day >= from)
            .map((day) => `${day} ${event.id}`),
        );
        expect([...pairs].sort()).toEqual([...naive].sort());
        for (const { events: on } of agenda) {
          expect(on.map(({ startsAt }) => startsAt)).toEqual(on.map(({ startsAt }) => startsAt).sort((a, b) => a - b));
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
  const [timed] = inOrder([EVENT]);
  const [cancelled] = inOrder([{ ...EVENT, status: 'cancelled' }]);
  test.each([
    ['before', '2026-09-18T13:59:59', 'ahead'],
    ['at the start', '2026-09-18T14:00:00', 'now'],
    ['at the end', '2026-09-18T16:00:00', 'over'],
  ])('%s', (_name, time, phase) => {
    expect(timed && phaseOf(timed, at(time))).toBe(phase);
    expect(cancelled && phaseOf(cancelled, at(time))).toBe('cancelled');
  });
});

test('listDay is the first day, or today while the event is under way', () => {
  const [timed] = inOrder([held('week', '2026-09-18T00:00:00', '2026-09-25T00:00:00')]);
  expect(timed && listDay(timed, at('2026-09-10T12:00:00'))).toBe('2026-09-18');
  expect(timed && listDay(timed, at('2026-09-20T12:00:00'))).toBe('2026-09-20');
});

describe('signUpState', () => {
  const terms = {
    form: 'visit' as const,
    opensAt: '2026-09-10T09:00:00+08:00',
    closesAt: '2026-09-17T18:00:00+08:00',
    capacity: 10,
    maxParty: 4,
  };
  const event = { ...EVENT, signUp: terms };
  test.each([
    ['without sign-up', EVENT, '2026-09-10T09:00:00', 'none'],
    ['before it opens', event, '2026-09-10T08:59:59', 'not-open'],
    ['from the moment that it opens', event, '2026-09-10T09:00:00', 'open'],
    ['at the moment that it closes', event, '2026-09-17T18:00:00', 'closed'],
    ['of a cancelled event', { ...event, status: 'cancelled' as const }, '2026-09-12T09:00:00', 'closed'],
  ])('%s', (_name, of, time, state) => {
    expect(signUpState(of, at(time)).state).toBe(state);
  });
});
