/**
 * One event's sign-ups in memory, for tests: the rules of `seats.ts` carried out one request after the other. What any
 * number of callers and servers do to a real event must come out like some order of these.
 */
import { decideCorrection } from '../sign-up/correction';
import { decidePromotion, decideSeat, type SeatDecision, type SeatTerms } from '../sign-up/seats';
import type { SignUpStatus } from '../sign-up/sign-up';
import { decideCancel, statusOfCancelledEvent } from '../sign-up/sign-up-status';

export interface Seat {
  readonly id: string;
  readonly account: string;
  readonly seats: number;
  readonly status: SignUpStatus;
}

const MINUTE = 60_000;

/** Sign-up from minute 0 to minute 900, the event from minute 1000 to minute 1100; consent `1`. */
export function termsOf(capacity: number, maxParty = 50): SeatTerms {
  const signUp = { opensAt: 0, closesAt: 900 * MINUTE, capacity, maxParty };
  return { status: 'scheduled', startsAt: 1000 * MINUTE, endsAt: 1100 * MINUTE, signUp, consent: '1' };
}

export class ReferenceSeats {
  /** In the order in which they came; the waitlist is the waiting ones among them. */
  private rows: Seat[] = [];
  /** Ids in the order in which they were promoted. */
  readonly promoted: string[] = [];

  constructor(
    public terms: SeatTerms,
    public now: number,
  ) {}

  all(): readonly Seat[] {
    return this.rows;
  }

  taken(): number {
    return this.of('confirmed').reduce((sum, { seats }) => sum + seats, 0);
  }

  waitlist(): readonly Seat[] {
    return this.of('waitlisted');
  }

  signUp(id: string, account: string, seats: number): SeatDecision {
    const active = [...this.of('confirmed'), ...this.of('waitlisted')].some((row) => row.account === account);
    const state = { taken: this.taken(), waiting: this.waitlist().length };
    const { consent } = this.terms;
    const decision = decideSeat(this.terms, state, { account, seats, consent, active }, this.now);
    if (decision.ok) this.rows.push({ id, account, seats, status: decision.status });
    return decision;
  }

  cancel(id: string): void {
    this.rows = this.rows.map((row) => {
      const decision = decideCancel(row.status, this.terms, this.now);
      return row.id === id && decision.ok ? { ...row, status: decision.status } : row;
    });
    this.promote();
  }

  correct(id: string, seats: number): void {
    const { consent } = this.terms;
    this.rows = this.rows.map((row) => {
      if (row.id !== id) return row;
      const decision = decideCorrection(this.terms, { stored: row.status, held: row.seats, seats, consent }, this.now);
      return decision.ok ? { ...row, seats } : row;
    });
    this.promote();
  }

  setCapacity(capacity: number): void {
    const { signUp } = this.terms;
    if (signUp !== null) this.terms = { ...this.terms, signUp: { ...signUp, capacity } };
    this.promote();
  }

  cancelEvent(): void {
    this.terms = { ...this.terms, status: 'cancelled' };
    this.rows = this.rows.map((row) => ({ ...row, status: statusOfCancelledEvent(row.status) }));
  }

  private of(status: SignUpStatus): readonly Seat[] {
    return this.rows.filter((row) => row.status === status);
  }

  private promote(): void {
    const chosen = decidePromotion(this.terms, this.taken(), this.waitlist(), this.now).map(({ id }) => id);
    this.promoted.push(...chosen);
    this.rows = this.rows.map((row) => (chosen.includes(row.id) ? { ...row, status: 'confirmed' } : row));
  }
}
