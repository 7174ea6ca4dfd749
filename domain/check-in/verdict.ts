/**
 * Whether somebody may come in: the same code on phone and server (docs/rules.md, "At the door", rules 3 and 4).
 * Instants are epoch ms.
 */
import type { SignUpStatus } from '../sign-up/sign-up';
import { MINUTE_MS } from '../time/time';
import type { Verdict } from './scan';

/** The door opens this long before the event's start … */
export const DOOR_BEFORE_MS = 120 * MINUTE_MS;
/** … and closes this long after its end. */
export const DOOR_AFTER_MS = 60 * MINUTE_MS;

export interface DoorEvent {
  readonly id: string;
  readonly status: 'scheduled' | 'cancelled';
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What is known of the sign-up whose ticket was shown. */
export interface DoorSignUp {
  readonly event: string;
  readonly status: SignUpStatus;
  readonly seats: number;
  /** How many of the party are in. */
  readonly inside: number;
}

export interface Entry {
  readonly event: DoorEvent;
  /** `null`: no sign-up has this ticket. */
  readonly signUp: DoorSignUp | null;
  /** How many of the party are at the door. */
  readonly seats: number;
  /** One more tap let them in outside the event's time. */
  readonly confirmed: boolean;
}

export type EntryVerdict =
  /** `seats` may come in now; `remaining` may still come after them. */
  | { readonly verdict: 'ok'; readonly seats: number; readonly remaining: number }
  | { readonly verdict: 'already-in'; readonly inside: number }
  | { readonly verdict: Exclude<Verdict, 'ok' | 'already-in'> };

/** Whether the door is open at `at`: from 2 h before the start up to and with 1 h after the end. */
export function isDoorTime(event: Pick<DoorEvent, 'startsAt' | 'endsAt'>, at: number): boolean {
  return at >= event.startsAt - DOOR_BEFORE_MS && at <= event.endsAt + DOOR_AFTER_MS;
}

/**
 * Decides one entry at `now`. The order of the refusals is the rule's: `invalid`, `other-event`, `event-cancelled`,
 * `not-confirmed` (cancelled or waiting), `already-in` (the whole party is in), `wrong-time` (outside the door's time,
 * unless confirmed). A party may come in parts: of more people than have seats left, only as many come in.
 */
export function decideVerdict({ event, signUp, seats, confirmed }: Entry, now: number): EntryVerdict {
  if (signUp === null) return { verdict: 'invalid' };
  if (signUp.event !== event.id) return { verdict: 'other-event' };
  if (event.status === 'cancelled' || signUp.status === 'event-cancelled') return { verdict: 'event-cancelled' };
  if (signUp.status !== 'confirmed') return { verdict: 'not-confirmed' };
  const free = Math.max(0, signUp.seats - signUp.inside);
  if (free === 0) return { verdict: 'already-in', inside: signUp.inside };
  if (!confirmed && !isDoorTime(event, now)) return { verdict: 'wrong-time' };
  const admitted = Math.min(seats, free);
  return { verdict: 'ok', seats: admitted, remaining: free - admitted };
}
