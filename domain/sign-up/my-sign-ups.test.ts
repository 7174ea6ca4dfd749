import { eventNamed } from '../testing/fake-feed-server';
import { groupSignUps, type MySignUp, signUpFor, standing } from './my-sign-ups';
import type { SignUp } from './sign-up';
import { parseInstant } from '../time/time';

const at = (time: string): number => parseInstant(`2026-09-18T${time}:00+08:00`) ?? 0;

const signUp = (id: string, part: Partial<SignUp> = {}): SignUp => ({
  id,
  eventId: 'e',
  status: 'confirmed',
  seats: 1,
  createdAt: '2026-09-01T09:00:00+08:00',
  ...part,
});

/** The event is held from 14:00 to 16:00. */
const mine = (status: SignUp['status'], now: number, cancelled = false): MySignUp => {
  const event = eventNamed('e', 1, cancelled ? { status: 'cancelled' } : {});
  const found = standing(signUp('1', { status }), event, now);
  if (found === null) throw new Error('no times');
  return found;
};

test.each([
  ['confirmed', '15:59', false, 'upcoming'],
  ['confirmed', '16:00', false, 'past'],
  ['confirmed', '12:00', true, 'cancelled'],
  ['waitlisted', '13:59', false, 'waiting'],
  ['waitlisted', '14:00', false, 'past'],
  ['waitlisted', '13:59', true, 'cancelled'],
  ['cancelled', '12:00', false, 'cancelled'],
  ['event-cancelled', '12:00', true, 'cancelled'],
  ['expired', '12:00', false, 'past'],
] as const)('%s at %s, event cancelled: %s — among %s', (status, time, cancelled, group) => {
  const groups = groupSignUps([mine(status, at(time), cancelled)], at(time));
  const sizes = { upcoming: 0, waiting: 0, past: 0, cancelled: 0, [group]: 1 };
  expect(groups.upcoming.length).toBe(sizes.upcoming);
  expect(groups.waiting.length).toBe(sizes.waiting);
  expect(groups.past.length).toBe(sizes.past);
  expect(groups.cancelled.length).toBe(sizes.cancelled);
});

test('the next comes first among the upcoming, the latest among the past', () => {
  const on = (day: string): MySignUp => {
    const times = { startsAt: `2026-09-${day}T14:00:00+08:00`, endsAt: `2026-09-${day}T16:00:00+08:00` };
    const found = standing(signUp(day), eventNamed(day, 1, times), at('12:00'));
    if (found === null) throw new Error('no times');
    return found;
  };
  const groups = groupSignUps([on('20'), on('19'), on('10'), on('12')], at('12:00'));
  expect(groups.upcoming.map(({ signUp: { id } }) => id)).toEqual(['19', '20']);
  expect(groups.past.map(({ signUp: { id } }) => id)).toEqual(['12', '10']);
});

test('the active sign-up speaks for an event, else the newest', () => {
  const old = signUp('old', { status: 'cancelled', createdAt: '2026-09-01T09:00:00+08:00' });
  const newer = signUp('newer', { status: 'cancelled', createdAt: '2026-09-02T09:00:00+08:00' });
  const active = signUp('active', { status: 'waitlisted', createdAt: '2026-09-01T10:00:00+08:00' });
  expect(signUpFor([old, newer], 'e')?.id).toBe('newer');
  expect(signUpFor([newer, active, old], 'e')?.id).toBe('active');
  expect(signUpFor([active], 'other')).toBeUndefined();
});
