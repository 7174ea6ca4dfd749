/** Moving the waitlist on, in the transaction that frees seats and under the event's lock (docs/rules.md, rule 5). */
import { and, asc, eq } from 'drizzle-orm';
import { decidePromotion } from '../../domain/sign-up/seats';
import { signUp } from '../db/account-schema';
import type { Tx } from '../db/database';
import type { NewNotice } from '../notices/notify';
import type { LockedEvent } from './event-lock';
import { freshTicket } from './ticket';
import { giveTickets, updateSeats } from './write';

export interface Promotion {
  readonly taken: number;
  readonly waiting: number;
  /** To be given to `notify` by the caller, all of a transaction at once: it locks the accounts. */
  readonly notices: readonly NewNotice[];
}

/** Promotes those who can be, and writes the event's seats as they then are. */
export async function promote(tx: Tx, event: LockedEvent, now: number): Promise<Promotion> {
  const { id: eventId, title } = event;
  const free = (event.terms.signUp?.capacity ?? 0) - event.taken;
  const waitlist =
    free <= 0 || event.waiting === 0
      ? []
      : await tx
          .select({ id: signUp.id, accountId: signUp.accountId, seats: signUp.seats })
          .from(signUp)
          .where(and(eq(signUp.eventId, eventId), eq(signUp.status, 'waitlisted')))
          .orderBy(asc(signUp.seq))
          // Each takes a seat at least.
          .limit(free);
  const promoted = decidePromotion(event.terms, event.taken, waitlist, now);
  const taken = promoted.reduce((sum, { seats }) => sum + seats, event.taken);
  const waiting = event.waiting - promoted.length;
  if (promoted.length > 0) {
    await giveTickets(
      tx,
      promoted.map(({ accountId, id }) => ({ accountId, id, ticket: freshTicket() })),
      now,
    );
  }
  await updateSeats(tx, [{ id: eventId, taken, waiting }]);
  const notices = promoted.map(({ accountId }) => ({ accountId, kind: 'promoted' as const, eventId, title }));
  return { taken, waiting, notices };
}
