import fc from 'fast-check';
import { DAY_MS, MINUTE_MS, formatInstant, parseInstant } from '../time/time';
import { decideReschedule, timeOf } from './reschedule';

const NOW = parseInstant('2026-09-10T09:00:00+08:00') ?? 0;
const DRAFT = {
  startsAt: '2026-09-20T09:30:00+08:00',
  endsAt: '2026-09-20T11:30:00+08:00',
  signUp: { opensAt: '2026-09-01T08:00:00+08:00', closesAt: '2026-09-18T18:00:00+08:00', capacity: 40 },
  changes: [],
};
const time = (day: string, from = '09:30', until = '11:30') => ({ day, from, until });

test('the form begins with the time as it is', () => {
  expect(timeOf(DRAFT)).toEqual(time('2026-09-20'));
  expect(timeOf({ startsAt: undefined, endsAt: DRAFT.endsAt })).toBeNull();
});

test('a later day keeps the end of sign-up', () => {
  expect(decideReschedule(DRAFT, time('2026-09-22', '14:00', '16:00'), NOW)).toEqual({
    ok: true,
    times: { ...DRAFT, changes: undefined, startsAt: '2026-09-22T14:00:00+08:00', endsAt: '2026-09-22T16:00:00+08:00' },
    closesAt: null,
  });
});

test('an earlier day ends sign-up with the start', () => {
  const decided = decideReschedule(DRAFT, time('2026-09-15'), NOW);
  expect(decided).toMatchObject({
    ok: true,
    times: { signUp: { closesAt: '2026-09-15T09:30:00+08:00', capacity: 40 } },
    closesAt: parseInstant('2026-09-15T09:30:00+08:00'),
  });
});

test('an event of three days stays one of three days', () => {
  const draft = { ...DRAFT, endsAt: '2026-09-22T11:30:00+08:00', signUp: null };
  expect(decideReschedule(draft, time('2026-09-24', '10:00', '09:00'), NOW)).toMatchObject({
    ok: true,
    times: { startsAt: '2026-09-24T10:00:00+08:00', endsAt: '2026-09-26T09:00:00+08:00', signUp: null },
  });
});

test.each([
  ['a day that there is not', time('2026-02-30'), DRAFT, 'incomplete'],
  ['a time that is not chosen', time('2026-09-22', ''), DRAFT, 'incomplete'],
  ['an event without a time', time('2026-09-22'), { ...DRAFT, startsAt: undefined }, 'incomplete'],
  ['an end before the start', time('2026-09-22', '12:00'), DRAFT, 'ends-before-starts'],
  ['a time that is past', time('2026-09-10', '08:00'), DRAFT, 'in-the-past'],
  ['the time as it is', time('2026-09-20'), DRAFT, 'unchanged'],
  [
    'a start before sign-up opens',
    time('2026-09-12'),
    { ...DRAFT, signUp: { opensAt: '2026-09-14T08:00:00+08:00', closesAt: '2026-09-18T18:00:00+08:00' } },
    'sign-up-closed',
  ],
  [
    'a draft with other changes',
    time('2026-09-22'),
    { ...DRAFT, changes: [{ path: 'title', from: '旧', to: '新' }] },
    'other-changes',
  ],
] as const)('refused: %s', (_, to, draft, code) => {
  expect(decideReschedule({ ...draft, changes: [...draft.changes] }, to, NOW)).toEqual({ ok: false, code });
});

test('whatever is chosen, what is saved begins after now, ends after it begins, and takes sign-ups until the end at most', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const clock = minutes.map(
    (of) => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`,
  );
  const day = fc.integer({ min: -20, max: 60 }).map((days) => formatInstant(NOW + days * DAY_MS).slice(0, 10));
  const closes = fc.integer({ min: -30, max: 11 }).map((days) => NOW + days * DAY_MS + MINUTE_MS);
  fc.assert(
    fc.property(day, clock, clock, closes, (onDay, from, until, closesAt) => {
      const draft = { ...DRAFT, signUp: { ...DRAFT.signUp, closesAt: formatInstant(closesAt) } };
      const decided = decideReschedule(draft, { day: onDay, from, until }, NOW);
      if (!decided.ok) return;
      const [start, end, until2] = [decided.times.startsAt, decided.times.endsAt, decided.times.signUp?.closesAt].map(
        (text) => parseInstant(text ?? '') ?? NaN,
      );
      expect(start).toBeGreaterThan(NOW);
      expect(end).toBeGreaterThan(start ?? NaN);
      expect(until2).toBeLessThanOrEqual(end ?? NaN);
    }),
    { seed: 14, verbose: true },
  );
});
