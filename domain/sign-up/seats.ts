/**
 * Who gets a seat (docs/rules.md, "Sign-ups", rules 2–8). Pure: the caller holds the event's lock, knows the time by the
 * server's clock, and writes what is decided.
 */
import type { QualityEvent } from '../event/event';
import type { WaitReason } from './sign-up';

/** What an event says of its seats. Instants are epoch ms. */
export interface SeatTerms {
  readonly status: QualityEvent['status'];
  /** A superior is looking into the event. */
  readonly suspended?: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
  /** `null`: one does not sign up for it. */
  readonly signUp: {
    readonly opensAt: number;
    readonly closesAt: number;
    readonly capacity: number;
    readonly maxParty: number;
    /** Only accounts that WeChat named. */
    readonly wechatOnly?: boolean;
  } | null;
  /** The version of the privacy text that holds now. */
  readonly consent: string;
}

export interface SeatState {
  /** Confirmed seats. */
  readonly taken: number;
  /** Parties that wait; not their seats. */
  readonly waiting: number;
}

export interface SeatRequest {
  readonly account: string;
  readonly seats: number;
  readonly consent: string;
  /** WeChat named the account. */
  readonly wechat?: boolean;
  /** The account has an active sign-up for this event. */
  readonly active: boolean;
}

export type SeatRefusal =
  | 'event-cancelled'
  | 'event-suspended'
  | 'no-sign-up'
  | 'already-signed-up'
  | 'not-open'
  | 'closed'
  | 'consent-outdated'
  | 'wechat-account-needed'
  | 'party-too-large'
  | 'full';

export type SeatDecision =
  | { readonly ok: true; readonly status: 'confirmed' }
  | { readonly ok: true; readonly status: 'waitlisted'; readonly position: number; readonly waitReason: WaitReason }
  | { readonly ok: false; readonly code: SeatRefusal };

const refuse = (code: SeatRefusal): SeatDecision => ({ ok: false, code });

/**
 * Why the party at `position` (1 is the head) waits. `taken` are confirmed seats.
 * Free seats behind a head that they do not suffice for stay free: rule 4.
 */
export function waitReason(position: number, taken: number, capacity: number): WaitReason {
  if (taken >= capacity) return 'full';
  return position === 1 ? 'does-not-fit' : 'behind';
}

/**
 * Decides one request at `now` (epoch ms).
 *
 * - Refused: a cancelled event; one that a superior suspended; one without sign-up; an account that has an active one (rule 2); before opening, from
 *   closing on, from the event's end on (rule 7); an account that WeChat did not name, where only those sign up; another privacy text than the one that holds; a party over `maxParty`,
 *   or over the capacity, which would never be admitted and block all others.
 * - Confirmed only whole (rule 4), only within the capacity (rule 3), and only if nobody waits: newcomers never overtake.
 * - Else waitlisted, at the tail. From the start on nobody is promoted any more (rule 5), so those who wait are no
 *   longer in the way, and who does not fit is refused as `full`.
 */
export function decideSeat(terms: SeatTerms, state: SeatState, request: SeatRequest, now: number): SeatDecision {
  const { signUp } = terms;
  if (terms.status === 'cancelled') return refuse('event-cancelled');
  if (terms.suspended === true) return refuse('event-suspended');
  if (signUp === null) return refuse('no-sign-up');
  if (request.active) return refuse('already-signed-up');
  if (now < signUp.opensAt) return refuse('not-open');
  if (now >= signUp.closesAt || now >= terms.endsAt) return refuse('closed');
  if (signUp.wechatOnly === true && request.wechat !== true) return refuse('wechat-account-needed');
  if (request.consent !== terms.consent) return refuse('consent-outdated');
  if (request.seats > Math.min(signUp.maxParty, signUp.capacity)) return refuse('party-too-large');

  const started = now >= terms.startsAt;
  const fits = state.taken + request.seats <= signUp.capacity;
  if (fits && (started || state.waiting === 0)) return { ok: true, status: 'confirmed' };
  if (started) return refuse('full');
  const position = state.waiting + 1;
  return {
    ok: true,
    status: 'waitlisted',
    position,
    waitReason: waitReason(position, state.taken, signUp.capacity),
  };
}

/** The state after a decision. */
export function applyDecision(state: SeatState, seats: number, decision: SeatDecision): SeatState {
  if (!decision.ok) return state;
  return decision.status === 'confirmed'
    ? { ...state, taken: state.taken + seats }
    : { ...state, waiting: state.waiting + 1 };
}

export interface SeatDecisions {
  /** One for each request, in their order. */
  readonly decisions: readonly SeatDecision[];
  readonly state: SeatState;
}

/**
 * Decides requests that queue up for one event, in their order, exactly as `decideSeat` would one after the other. An
 * account that is in the queue twice is taken once. Requests with one id are the caller's to tell apart (rule 1).
 */
export function decideSeats(
  terms: SeatTerms,
  state: SeatState,
  requests: readonly SeatRequest[],
  now: number,
): SeatDecisions {
  const seated = new Set<string>();
  let after = state;
  const decisions = requests.map((request) => {
    const active = request.active || seated.has(request.account);
    const decision = decideSeat(terms, after, { ...request, active }, now);
    if (decision.ok) seated.add(request.account);
    after = applyDecision(after, request.seats, decision);
    return decision;
  });
  return { decisions, state: after };
}

export interface Waiting {
  readonly id: string;
  readonly seats: number;
}

/**
 * Who of the waitlist (in order, head first) gets a seat now: from the head on while each fits; the first that does not
 * fit blocks those behind it (rule 4). Nobody in a cancelled event, in one that a superior suspended, in one without
 * sign-up, from its start on (rule 5), or while a cut capacity is overbooked (rule 6).
 */
export function decidePromotion<W extends Waiting>(
  terms: SeatTerms,
  taken: number,
  waitlist: readonly W[],
  now: number,
): readonly W[] {
  const takesNobody = terms.status === 'cancelled' || terms.suspended === true || now >= terms.startsAt;
  if (takesNobody || terms.signUp === null) return [];
  let free = terms.signUp.capacity - taken;
  const blockedAt = waitlist.findIndex(({ seats }) => {
    free -= seats;
    return free < 0;
  });
  return blockedAt === -1 ? waitlist : waitlist.slice(0, blockedAt);
}

/** Confirmed seats beyond a capacity that was cut; the organiser is told, nobody is evicted (rule 6). */
export function overbooked(taken: number, capacity: number): number {
  return Math.max(0, taken - capacity);
}
