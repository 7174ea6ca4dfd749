/** Correcting a sign-up's form without losing its place (docs/rules.md, "Sign-ups", rule 10). Instants are epoch ms. */
import type { SeatTerms } from './seats';
import type { SignUpStatus } from './sign-up';
import { statusAt } from './sign-up-status';

export type CorrectionRefusal =
  'event-cancelled' | 'not-active' | 'event-started' | 'no-sign-up' | 'closed' | 'consent-outdated' | 'more-seats';

export interface CorrectionRequest {
  readonly stored: SignUpStatus;
  /** Seats as they are, and as they would be. */
  readonly held: number;
  readonly seats: number;
  readonly consent: string;
}

export type CorrectionDecision = { readonly ok: true } | { readonly ok: false; readonly code: CorrectionRefusal };

const refuse = (code: CorrectionRefusal): CorrectionDecision => ({ ok: false, code });

/**
 * Decides a correction at `now`. Refused: a sign-up that is not active; from the event's start on, and from the deadline
 * of sign-up on; another privacy text than the one that holds; more seats than are held, for which a newcomer would
 * have to queue. Fewer seats are given back at once, and a party that waits may then fit.
 */
export function decideCorrection(terms: SeatTerms, request: CorrectionRequest, now: number): CorrectionDecision {
  const status = statusAt(request.stored, terms.startsAt, now);
  if (status === 'event-cancelled' || terms.status === 'cancelled') return refuse('event-cancelled');
  if (status === 'expired') return refuse('event-started');
  if (status !== 'confirmed' && status !== 'waitlisted') return refuse('not-active');
  if (now >= terms.startsAt) return refuse('event-started');
  if (terms.signUp === null) return refuse('no-sign-up');
  if (now >= terms.signUp.closesAt) return refuse('closed');
  if (request.consent !== terms.consent) return refuse('consent-outdated');
  return request.seats > request.held ? refuse('more-seats') : { ok: true };
}
