/** How a sign-up's status changes after it was made (docs/rules.md, "Sign-ups", rules 5, 7 and 8). Instants are epoch ms. */
import type { SignUpStatus } from './sign-up';

/**
 * The status to show at `now`: who still waits when the event starts waits for nothing (rule 5). Derived, never stored,
 * so that an event that is put off brings its waitlist back.
 */
export function statusAt(stored: SignUpStatus, startsAt: number, now: number): SignUpStatus {
  return stored === 'waitlisted' && now >= startsAt ? 'expired' : stored;
}

export type CancelDecision =
  | { readonly ok: true; readonly status: SignUpStatus; readonly changed: boolean }
  | { readonly ok: false; readonly code: 'event-started' };

/**
 * Decides a cancellation by the person. What is not active stays as it is, so a cancellation sent twice gets one answer.
 * Refused from the event's start on: who was there is settled, and a seat given back then helps nobody. Whoever signs up again goes to the tail.
 */
export function decideCancel(stored: SignUpStatus, event: { readonly startsAt: number }, now: number): CancelDecision {
  const status = statusAt(stored, event.startsAt, now);
  if (status !== 'confirmed' && status !== 'waitlisted') return { ok: true, status, changed: false };
  if (now >= event.startsAt) return { ok: false, code: 'event-started' };
  return { ok: true, status: 'cancelled', changed: true };
}

/** The status once the organiser has cancelled the event (rule 8); what the person cancelled before stays so. */
export function statusOfCancelledEvent(stored: SignUpStatus): SignUpStatus {
  return stored === 'confirmed' || stored === 'waitlisted' ? 'event-cancelled' : stored;
}
