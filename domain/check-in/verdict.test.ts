import { MINUTE_MS } from '../time/time';
import { DOOR_EVENT, DURING } from './door-double';
import { decideOnDevice, isSameLook, type ListedParty } from './on-device';
import { VERDICTS } from './scan';
import { decideVerdict, type DoorSignUp, type Entry } from './verdict';

const CANCELLED = { ...DOOR_EVENT, status: 'cancelled' as const };
const SIGN_UP: DoorSignUp = { event: 'lab', status: 'confirmed', seats: 3, inside: 0 };
const ENTRY: Entry = { event: DOOR_EVENT, signUp: SIGN_UP, seats: 3, confirmed: false };
const signUp = (change: Partial<DoorSignUp>): Entry => ({ ...ENTRY, signUp: { ...SIGN_UP, ...change } });
const minute = (n: number): number => n * MINUTE_MS;

test.each<readonly [string, Entry, number, object]>([
  ['a ticket of nobody', { ...ENTRY, signUp: null }, DURING, { verdict: 'invalid' }],
  ['a ticket of another event', signUp({ event: 'fair' }), DURING, { verdict: 'other-event' }],
  ['a cancelled event', { ...ENTRY, event: CANCELLED }, DURING, { verdict: 'event-cancelled' }],
  ['a sign-up that went with its event', signUp({ status: 'event-cancelled' }), DURING, { verdict: 'event-cancelled' }],
  ['a cancelled sign-up', signUp({ status: 'cancelled' }), DURING, { verdict: 'not-confirmed' }],
  ['one that waits', signUp({ status: 'waitlisted' }), DURING, { verdict: 'not-confirmed' }],
  ['one that waited in vain', signUp({ status: 'expired' }), DURING, { verdict: 'not-confirmed' }],
  ['a party that is in', signUp({ inside: 3 }), DURING, { verdict: 'already-in', inside: 3 }],
  ['a whole party', ENTRY, DURING, { verdict: 'ok', seats: 3, remaining: 0 }],
  ['a part of it', { ...ENTRY, seats: 1 }, DURING, { verdict: 'ok', seats: 1, remaining: 2 }],
  ['more than are left', signUp({ inside: 2 }), DURING, { verdict: 'ok', seats: 1, remaining: 0 }],
  ['the first minute', ENTRY, minute(880), { verdict: 'ok', seats: 3, remaining: 0 }],
  ['just before it', ENTRY, minute(880) - 1, { verdict: 'wrong-time' }],
  ['the last minute', ENTRY, minute(1160), { verdict: 'ok', seats: 3, remaining: 0 }],
  ['just after it', ENTRY, minute(1160) + 1, { verdict: 'wrong-time' }],
  ['the wrong time, confirmed', { ...ENTRY, confirmed: true }, 0, { verdict: 'ok', seats: 3, remaining: 0 }],
])('%s', (_, entry, now, verdict) => {
  expect(decideVerdict(entry, now)).toEqual(verdict);
});

test('where several refusals apply, the first in the rule’s order is given', () => {
  // Each line mends the fault that the one before was refused for; all the later faults are still there.
  const worst = { event: 'fair', status: 'cancelled', seats: 3, inside: 3 } as const;
  const mended: readonly Entry[] = [
    { ...ENTRY, event: CANCELLED, signUp: null },
    { ...ENTRY, event: CANCELLED, signUp: worst },
    { ...ENTRY, event: CANCELLED, signUp: { ...worst, event: 'lab' } },
    { ...ENTRY, signUp: { ...worst, event: 'lab' } },
    { ...ENTRY, signUp: { ...worst, event: 'lab', status: 'confirmed' } },
    ENTRY,
    { ...ENTRY, confirmed: true },
  ];
  expect(mended.map((entry) => decideVerdict(entry, 0).verdict)).toEqual(VERDICTS);
});

const LISTED: ListedParty = { name: '张*', seats: 3, status: 'confirmed', inside: 1 };
test.each<readonly [string, ListedParty | null, number, object]>([
  ['a ticket that is not in the list is amber', null, 0, { verdict: 'unverified' }],
  ['one that waits', { ...LISTED, status: 'waitlisted' }, 0, { verdict: 'not-confirmed' }],
  ['the rest of a party', LISTED, 0, { verdict: 'ok', seats: 2, remaining: 0 }],
  ['the rest after those whom this device let in', LISTED, 1, { verdict: 'ok', seats: 1, remaining: 0 }],
  ['a party that is in', LISTED, 2, { verdict: 'already-in', inside: 3 }],
])('alone: %s', (_, listed, since, verdict) => {
  expect(decideOnDevice(DOOR_EVENT, listed, { seats: 3, since, confirmed: false }, DURING)).toEqual(verdict);
});

test.each([
  ['nothing seen yet', null, 'A', 0, false],
  ['the same code at once', { code: 'A', at: 0 }, 'A', 2_999, true],
  ['the same code after three seconds', { code: 'A', at: 0 }, 'A', 3_000, false],
  ['another code', { code: 'B', at: 0 }, 'A', 1, false],
])('one look or two: %s', (_, last, code, now, same) => {
  expect(isSameLook(last, code, now)).toBe(same);
});
