/** Giving a sign-up back: the seat goes to the head of the waitlist at once, in the same transaction. */
import type { AccountId } from '../../domain/ids';
import { decideLeaving } from '../../domain/check-in/receive';
import type { WireSignUp } from '../../domain/sign-up/sign-up';
import { decideCancel } from '../../domain/sign-up/sign-up-status';
import { signUp } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import { notify } from '../notices/notify';
import type { MessageTemplate } from '../notices/templates';
import type { Encryptor } from '../crypto/encryptor';
import { lockEvents } from './event-lock';
import { findWithPosition, isOwn, lockOwn, presentSignUp } from './present';
import { promote } from './promote';

export interface CancelDeps {
  readonly encryptor: Encryptor;
  readonly now: () => number;
  readonly templates: readonly MessageTemplate[];
}

export type Cancelled =
  | { readonly ok: true; readonly signUp: WireSignUp }
  | { readonly ok: false; readonly code: 'sign-up-not-found' | 'event-started' | 'already-in' };

async function cancel(tx: Tx, accountId: AccountId, id: string, deps: CancelDeps): Promise<Cancelled> {
  const missing = { ok: false, code: 'sign-up-not-found' } as const;
  const [place] = await tx.select({ eventId: signUp.eventId }).from(signUp).where(isOwn(accountId, id));
  if (!place) return missing;
  const [event] = await lockEvents(tx, [place.eventId]);
  await lockOwn(tx, accountId, id);
  // Read again: it may have been promoted, or cancelled elsewhere, while the lock was waited for.
  const standing = await findWithPosition(tx, accountId, id);
  if (!event || !standing) return missing;
  const now = deps.now();
  const { row } = standing;
  const decision = decideCancel(row.status, event.terms, now);
  if (!decision.ok) return decision;
  if (!decision.changed) return { ok: true, signUp: presentSignUp(standing, deps.encryptor, now) };
  const leaving = decideLeaving(standing.attendance?.inside ?? 0);
  if (!leaving.ok) return leaving;

  // Its ticket stays, so that the door knows it and says that it is cancelled.
  await tx.update(signUp).set({ status: decision.status, changedAt: now }).where(isOwn(accountId, id));
  const freed =
    row.status === 'confirmed'
      ? { ...event, taken: event.taken - row.seats }
      : { ...event, waiting: event.waiting - 1 };
  const { notices } = await promote(tx, freed, now);
  await notify(tx, notices, { now, templates: deps.templates });
  const after = { ...standing, row: { ...row, status: decision.status } };
  return { ok: true, signUp: presentSignUp(after, deps.encryptor, now) };
}

/** One's own only: another's is answered like one that is not there. Asked twice, it is done once. */
export function cancelSignUp(db: Db, accountId: AccountId, id: string, deps: CancelDeps): Promise<Cancelled> {
  return db.transaction((tx) => cancel(tx, accountId, id, deps));
}
