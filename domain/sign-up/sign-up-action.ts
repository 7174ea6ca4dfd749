/** What an event's one main button does, by what the phone knows. The server decides. Instants are epoch ms. */
import { signUpState } from '../event/agenda';
import type { Availability, QualityEvent } from '../event/event';
import type { MySignUp } from './my-sign-ups';

export type SignUpAction =
  /** The event takes no sign-ups. */
  | { readonly act: 'none' }
  | { readonly act: 'event-cancelled' }
  /** A superior is looking into it: nobody new signs up meanwhile. */
  | { readonly act: 'event-suspended' }
  | { readonly act: 'sending' }
  | { readonly act: 'ticket' }
  | { readonly act: 'waiting'; readonly position: number | undefined }
  | { readonly act: 'not-open'; readonly opensAt: number }
  | { readonly act: 'closed' }
  /** The server has refused what was sent, and it can still be put right. */
  | { readonly act: 'refused' }
  | { readonly act: 'join-waitlist' }
  | { readonly act: 'sign-up' };

export interface SignUpContext {
  readonly event: QualityEvent;
  /** The account's sign-up that speaks for the event. */
  readonly mine: MySignUp | undefined;
  /** What is in the outbox for it. */
  readonly outgoing: 'sending' | 'refused' | undefined;
  /** As last heard, if at all. */
  readonly seats: Availability | undefined;
  readonly now: number;
}

/** A newcomer waits when nothing is free, or when others wait already. */
export const isFull = ({ capacity, taken, waiting }: Availability): boolean => taken >= capacity || waiting > 0;

export function decideAction({ event, mine, outgoing, seats, now }: SignUpContext): SignUpAction {
  if (event.status === 'cancelled') return { act: 'event-cancelled' };
  if (outgoing === 'sending') return { act: 'sending' };
  if (mine?.status === 'confirmed') return { act: 'ticket' };
  if (mine?.status === 'waitlisted') return { act: 'waiting', position: mine.signUp.position };
  const terms = signUpState(event, now);
  if (terms.state === 'none') return { act: 'none' };
  if (terms.state === 'closed') return { act: 'closed' };
  if (terms.state === 'suspended') return { act: 'event-suspended' };
  if (terms.state === 'not-open') return { act: 'not-open', opensAt: terms.opensAt };
  if (outgoing === 'refused') return { act: 'refused' };
  return seats !== undefined && isFull(seats) ? { act: 'join-waitlist' } : { act: 'sign-up' };
}
