import type { QualityEvent } from '../event/event';
import { eventNamed } from '../testing/fake-feed-server';
import type { MySignUp } from './my-sign-ups';
import type { SignUpStatus } from './sign-up';
import { decideAction, type SignUpContext } from './sign-up-action';
import { parseInstant } from '../time/time';

const at = (day: string): number => parseInstant(`2026-09-${day}T12:00:00+08:00`) ?? 0;
const EVENT: QualityEvent = eventNamed('e', 1, {
  signUp: {
    form: 'visit',
    opensAt: '2026-09-01T08:00:00+08:00',
    closesAt: '2026-09-17T18:00:00+08:00',
    capacity: 40,
    maxParty: 5,
  },
});
const SUSPENDED: QualityEvent = { ...EVENT, suspended: true };
const seats = (taken: number, waiting: number): SignUpContext['seats'] => ({ capacity: 40, taken, waiting });
const mine = (status: SignUpStatus): MySignUp => ({
  signUp: { id: '1', eventId: 'e', status, seats: 1, position: 3, createdAt: EVENT.startsAt },
  event: EVENT,
  startsAt: at('18'),
  endsAt: at('18'),
  status,
});

test.each<[string, Partial<SignUpContext>, ReturnType<typeof decideAction>]>([
  ['nothing is known of seats', {}, { act: 'sign-up' }],
  ['seats are free', { seats: seats(39, 0) }, { act: 'sign-up' }],
  ['the last one is gone', { seats: seats(40, 0) }, { act: 'join-waitlist' }],
  ['seats are free, but others wait for them', { seats: seats(38, 1) }, { act: 'join-waitlist' }],
  ['not open yet', { now: at('01') - 86_400_000 }, { act: 'not-open', opensAt: at('01') - 4 * 3_600_000 }],
  ['closed', { now: at('18') }, { act: 'closed' }],
  ['on its way', { outgoing: 'sending' }, { act: 'sending' }],
  ['on its way, and closed by now', { outgoing: 'sending', now: at('18') }, { act: 'sending' }],
  ['refused', { outgoing: 'refused' }, { act: 'refused' }],
  ['refused, and closed by now', { outgoing: 'refused', now: at('18') }, { act: 'closed' }],
  ['confirmed', { mine: mine('confirmed') }, { act: 'ticket' }],
  ['confirmed, and closed by now', { mine: mine('confirmed'), now: at('18') }, { act: 'ticket' }],
  ['waiting', { mine: mine('waitlisted') }, { act: 'waiting', position: 3 }],
  ['given up: again', { mine: mine('cancelled') }, { act: 'sign-up' }],
  ['cancelled by the organiser', { event: { ...EVENT, status: 'cancelled' } }, { act: 'event-cancelled' }],
  ['suspended', { event: SUSPENDED }, { act: 'event-suspended' }],
  ['suspended before it opens', { event: SUSPENDED, now: at('01') - 86_400_000 }, { act: 'event-suspended' }],
  ['suspended, and closed by now', { event: SUSPENDED, now: at('18') }, { act: 'closed' }],
  ['suspended after the sign-up', { event: SUSPENDED, mine: mine('confirmed') }, { act: 'ticket' }],
  ['no sign-up', { event: { ...EVENT, signUp: null } }, { act: 'none' }],
])('%s', (_, part, action) => {
  const facts = { event: EVENT, mine: undefined, outgoing: undefined, seats: undefined, now: at('10') };
  expect(decideAction({ ...facts, ...part })).toEqual(action);
});
