/** A new password for a member who lost theirs: an admin makes a link, the member sets the password (A4). */
import { and, eq, gt, ne } from 'drizzle-orm';
import { findPasswordFault, type PasswordFault } from '../../domain/organisation/password';
import { RESET_MS } from '../../domain/organisation/staff-policy';
import { recordMemberAct } from '../access/record-member-act';
import { endStaffSessions } from '../access/staff-sessions';
import { recordAct } from '../audit/record';
import type { PasswordHasher } from '../crypto/password-hasher';
import { digestOf, newSecret } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { member, membership, passwordReset, secondFactor } from '../db/staff-schema';
import type { MemberChange } from './members';

export type Made =
  | { readonly ok: true; readonly token: string; readonly expiresAt: number }
  | { readonly ok: false; readonly code: 'not-found' | 'member-elsewhere' };

/**
 * A link, once and for a day; an earlier one no longer counts. Of a member of several organisations none resets: the
 * link would give its holder the rights that another one granted.
 */
export async function makeReset(tx: Tx, { organisationId, by, memberId, now, actor }: MemberChange): Promise<Made> {
  const [row] = await tx
    .select({ memberId: membership.memberId })
    .from(membership)
    .where(and(eq(membership.memberId, memberId), eq(membership.organisationId, organisationId)))
    .for('share');
  // One's own password is changed with the old one.
  if (!row || memberId === by) return { ok: false, code: 'not-found' };
  const [elsewhere] = await tx
    .select({ memberId: membership.memberId })
    .from(membership)
    .where(and(eq(membership.memberId, memberId), ne(membership.organisationId, organisationId)))
    .limit(1);
  if (elsewhere) return { ok: false, code: 'member-elsewhere' };
  const token = newSecret();
  const values = { tokenHash: digestOf(token), expiresAt: now + RESET_MS };
  await tx
    .insert(passwordReset)
    .values({ memberId, ...values })
    .onConflictDoUpdate({ target: passwordReset.memberId, set: values });
  await recordAct(tx, now, actor, { act: 'reset-made', object: { kind: 'member', id: memberId }, organisationId });
  return { ok: true, token, expiresAt: values.expiresAt };
}

const isOpen = (token: string, now: number): ReturnType<typeof and> =>
  and(eq(passwordReset.tokenHash, digestOf(token)), gt(passwordReset.expiresAt, now));

/** Whose password it sets; `null`: it was used, or is too old. */
export async function findReset(db: Db, token: string, now: number): Promise<{ login: string } | null> {
  const [row] = await db
    .select({ login: member.login })
    .from(passwordReset)
    .innerJoin(member, eq(member.id, passwordReset.memberId))
    .where(isOpen(token, now));
  return row ?? null;
}

export type Reset =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'reset-gone' | 'unavailable' }
  | { readonly ok: false; readonly code: 'invalid-input'; readonly fault: PasswordFault };

/** Password, second factor and sessions of before no longer count: somebody who took them is locked out. */
export async function resetPassword(
  { db, hasher }: { readonly db: Db; readonly hasher: PasswordHasher },
  token: string,
  password: string,
  { now, requestId }: { readonly now: number; readonly requestId: string },
): Promise<Reset> {
  const found = await findReset(db, token, now);
  if (!found) return { ok: false, code: 'reset-gone' };
  const fault = findPasswordFault(password, found.login);
  if (fault !== null) return { ok: false, code: 'invalid-input', fault };
  const passwordHash = await hasher.hash(password);
  if (passwordHash === null) return { ok: false, code: 'unavailable' };
  return db.transaction(async (tx): Promise<Reset> => {
    const [taken] = await tx.delete(passwordReset).where(isOpen(token, now)).returning();
    if (!taken) return { ok: false, code: 'reset-gone' };
    const { memberId } = taken;
    await tx.update(member).set({ passwordHash }).where(eq(member.id, memberId));
    await tx.delete(secondFactor).where(eq(secondFactor.memberId, memberId));
    await endStaffSessions(tx, memberId);
    const actor = { who: 'member', id: memberId, requestId } as const;
    await recordMemberAct(tx, now, actor, {
      memberId,
      act: 'password-reset',
      object: { kind: 'member', id: memberId },
    });
    return { ok: true };
  });
}
