/** Correcting a form: the seat is kept, seats that are given back go to the head of the waitlist in the same transaction. */
import type { AccountId } from '../../domain/ids';
import { decideLeaving } from '../../domain/check-in/receive';
import { decideCorrection, type CorrectionRefusal } from '../../domain/sign-up/correction';
import type { FieldError } from '../../domain/problem/field-error';
import type { CorrectionBody, WireSignUp } from '../../domain/sign-up/sign-up';
import { parseForm } from '../../domain/sign-up/sign-up-form';
import { signUp } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import { notify } from '../notices/notify';
import type { CancelDeps } from './cancel';
import { lockEvents } from './event-lock';
import { isEqualForm, decryptForm, encryptForm, enterpriseOf } from './form-encryption';
import { findWithPosition, isOwn, lockOwn, presentSignUp } from './present';
import { promote } from './promote';

export type Corrected =
  | { readonly ok: true; readonly signUp: WireSignUp }
  | {
      readonly ok: false;
      readonly code: CorrectionRefusal | 'sign-up-not-found' | 'invalid-input' | 'already-in';
      readonly errors?: readonly FieldError[];
    };

const MISSING = { ok: false, code: 'sign-up-not-found' } as const;

async function correct(
  tx: Tx,
  accountId: AccountId,
  id: string,
  { consent, form }: CorrectionBody,
  deps: CancelDeps,
): Promise<Corrected> {
  const [place] = await tx.select({ eventId: signUp.eventId }).from(signUp).where(isOwn(accountId, id));
  if (!place) return MISSING;
  const [event] = await lockEvents(tx, [place.eventId]);
  await lockOwn(tx, accountId, id);
  // Read again: it may have been promoted, or cancelled elsewhere, while the lock was waited for.
  const standing = await findWithPosition(tx, accountId, id);
  if (!event || !standing) return MISSING;
  const now = deps.now();
  const { row } = standing;
  const again = { ok: true, signUp: presentSignUp(standing, deps.encryptor, now) } as const;
  // A lost reply: what is asked for is what there is.
  const stored = decryptForm(deps.encryptor, row);
  if (stored !== null && row.consentVersion === consent && isEqualForm(stored, form)) return again;

  // A party may hold more seats than the event has come to allow: it keeps them, so only what it holds is a limit.
  const parsed = event.form === null ? null : parseForm(event.form, form, Number.MAX_SAFE_INTEGER);
  const seats = parsed?.ok === true ? parsed.seats : row.seats;
  const decision = decideCorrection(event.terms, { stored: row.status, held: row.seats, seats, consent }, now);
  if (!decision.ok) return decision;
  const leaving = decideLeaving(seats < row.seats ? (standing.attendance?.inside ?? 0) : 0);
  if (!leaving.ok) return leaving;
  if (parsed === null) return { ok: false, code: 'no-sign-up' };
  if (!parsed.ok) {
    const errors = parsed.errors.map((each) => ({ ...each, path: each.path === '' ? 'form' : `form.${each.path}` }));
    return { ok: false, code: 'invalid-input', errors };
  }

  const change = {
    seats,
    consentVersion: consent,
    consentedAt: now,
    changedAt: now,
    enterprise: enterpriseOf(deps.encryptor, parsed.form),
    ...encryptForm(deps.encryptor, parsed.form, { accountId, id }),
  };
  await tx.update(signUp).set(change).where(isOwn(accountId, id));
  if (seats < row.seats) {
    const freed = row.status === 'confirmed' ? { ...event, taken: event.taken - (row.seats - seats) } : event;
    const { notices } = await promote(tx, freed, now);
    // Whoever asks sees the new place in the answer.
    const others = notices.filter((notice) => notice.accountId !== accountId);
    await notify(tx, others, { now, templates: deps.templates });
  }
  const after = await findWithPosition(tx, accountId, id);
  return after ? { ok: true, signUp: presentSignUp(after, deps.encryptor, now) } : MISSING;
}

/** One's own only: another's is answered like one that is not there. The same again changes nothing. */
export function correctSignUp(
  db: Db,
  accountId: AccountId,
  id: string,
  body: CorrectionBody,
  deps: CancelDeps,
): Promise<Corrected> {
  return db.transaction((tx) => correct(tx, accountId, id, body, deps));
}
