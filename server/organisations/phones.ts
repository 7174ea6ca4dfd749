/** Binding a member's phone (A5): a code in a QR, and a number that only who sees the screen can type. */
import type { AccountId, MemberId } from '../../domain/ids';
import { randomInt, randomUUID } from 'node:crypto';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { PAIRING_MS, PAIRING_TRIES } from '../../domain/organisation/staff-policy';
import { recordMemberAct } from '../access/record-member-act';
import type { Actor } from '../audit/record';
import { digestOf, newSecret } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { memberPhone, phonePairing } from '../db/staff-schema';

const NUMBERS = 10_000;
const DIGITS = 4;

export interface Pairing {
  readonly code: string;
  readonly number: string;
  readonly expiresAt: number;
}

/** A member's last offer counts; those before it do not any more. */
export async function startPairing(tx: Tx, memberId: MemberId, now: number): Promise<Pairing> {
  const code = newSecret();
  const number = String(randomInt(NUMBERS)).padStart(DIGITS, '0');
  const expiresAt = now + PAIRING_MS;
  const values = { codeHash: digestOf(code), number, expiresAt, failures: 0 };
  await tx
    .insert(phonePairing)
    .values({ memberId, ...values })
    .onConflictDoUpdate({ target: phonePairing.memberId, set: values });
  return { code, number, expiresAt };
}

const isOpen = (code: string, now: number): ReturnType<typeof and> =>
  and(eq(phonePairing.codeHash, digestOf(code)), gt(phonePairing.expiresAt, now));

/** As whom a phone would act; `null`: the code is used up or too old. */
export async function findPairing(db: Db, code: string, now: number): Promise<string | null> {
  const [row] = await db.select({ memberId: phonePairing.memberId }).from(phonePairing).where(isOpen(code, now));
  return row?.memberId ?? null;
}

export interface Binding {
  readonly code: string;
  readonly number: string;
  readonly name: string;
  readonly accountId: AccountId;
}

export type Bound =
  | { readonly ok: true; readonly memberId: MemberId }
  | { readonly ok: false; readonly code: 'pairing-gone' | 'wrong-number' };

/** A phone acts as one member only: another's binding ends with this one. */
export async function bindPhone(
  tx: Tx,
  { code, number, name, accountId }: Binding,
  { now, requestId }: { readonly now: number; readonly requestId: string },
): Promise<Bound> {
  const [pairing] = await tx.select().from(phonePairing).where(isOpen(code, now)).for('update');
  if (!pairing) return { ok: false, code: 'pairing-gone' };
  const { codeHash, memberId } = pairing;
  if (pairing.number !== number) {
    if (pairing.failures + 1 >= PAIRING_TRIES) await tx.delete(phonePairing).where(eq(phonePairing.codeHash, codeHash));
    await tx
      .update(phonePairing)
      .set({ failures: sql`${phonePairing.failures} + 1` })
      .where(eq(phonePairing.codeHash, codeHash));
    return { ok: false, code: 'wrong-number' };
  }
  await tx.delete(phonePairing).where(eq(phonePairing.codeHash, codeHash));
  await tx.delete(memberPhone).where(eq(memberPhone.accountId, accountId));
  const id = randomUUID();
  await tx.insert(memberPhone).values({ id, accountId, memberId, name, boundAt: now });
  const actor = { who: 'member', id: memberId, requestId } as const;
  await recordMemberAct(tx, now, actor, { memberId, act: 'phone-bound', object: { kind: 'phone', id } });
  return { ok: true, memberId };
}

export interface ListedPhone {
  readonly id: string;
  readonly name: string;
  readonly boundAt: number;
  readonly lastSeenAt: number | null;
}

export async function listPhones(db: Db, memberId: MemberId): Promise<ListedPhone[]> {
  return db
    .select()
    .from(memberPhone)
    .where(eq(memberPhone.memberId, memberId))
    .orderBy(asc(memberPhone.boundAt), asc(memberPhone.id));
}

/** Whether there was one. */
export async function removePhone(
  tx: Tx,
  { memberId, id }: { readonly memberId: MemberId; readonly id: string },
  { now, actor }: { readonly now: number; readonly actor: Actor },
): Promise<boolean> {
  const removed = await tx
    .delete(memberPhone)
    .where(and(eq(memberPhone.id, id), eq(memberPhone.memberId, memberId)))
    .returning({ id: memberPhone.id });
  if (removed.length === 0) return false;
  await recordMemberAct(tx, now, actor, { memberId, act: 'phone-removed', object: { kind: 'phone', id } });
  return true;
}
