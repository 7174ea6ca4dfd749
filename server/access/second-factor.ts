/** The second factor: codes of an authenticator app (RFC 6238) and recovery codes, each of which counts once. */
import type { MemberId } from '../../domain/ids';
import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { RECOVERY_CODES } from '../../domain/organisation/staff-policy';
import type { Actor } from '../audit/record';
import type { Encryptor } from '../crypto/encryptor';
import { digestOf } from '../crypto/secret';
import type { Tx } from '../db/database';
import { secondFactor } from '../db/staff-schema';
import { recordMemberAct } from './record-member-act';

const ISSUER = '质量月工作台';
const STEP_SECONDS = 30;
/** Steps before and after the present one, for clocks that are off. */
const WINDOW = 1;
const SECRET_BYTES = 20;
/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const RECOVERY_LENGTH = 10;

const placeOf = (memberId: MemberId): string => `second-factor:${memberId}`;

const totpOf = (base32: string, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(base32), period: STEP_SECONDS });

const plainRecovery = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from({ length: RECOVERY_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
    return `${letters.slice(0, RECOVERY_LENGTH / 2)}-${letters.slice(RECOVERY_LENGTH / 2)}`;
  });
}

/** A new secret, which counts once a code of it was right. Until then the one in use counts. */
export async function startSecondFactor(
  tx: Tx,
  encryptor: Encryptor,
  { memberId, login }: { readonly memberId: MemberId; readonly login: string },
): Promise<{ secret: string; uri: string }> {
  const [old] = await tx.select().from(secondFactor).where(eq(secondFactor.memberId, memberId)).for('update');
  const secret = new Secret({ size: SECRET_BYTES }).base32;
  const { keyId, encrypted } = encryptor.encrypt(secret, placeOf(memberId));
  if (old && old.confirmedAt !== null) {
    await tx
      .update(secondFactor)
      .set({ nextKeyId: keyId, nextEncrypted: encrypted })
      .where(eq(secondFactor.memberId, memberId));
  } else {
    const values = { keyId, encrypted, lastStep: 0, recovery: [] };
    await tx
      .insert(secondFactor)
      .values({ memberId, ...values })
      .onConflictDoUpdate({ target: secondFactor.memberId, set: values });
  }
  return { secret, uri: totpOf(secret, login).toString() };
}

type FactorRow = typeof secondFactor.$inferSelect;

/** The secret that waits for its first code. */
function waitingOf(row: FactorRow | undefined): { keyId: string; encrypted: string } | null {
  if (!row) return null;
  const { keyId, encrypted, nextKeyId, nextEncrypted, confirmedAt } = row;
  if (confirmedAt === null) return { keyId, encrypted };
  return nextKeyId === null || nextEncrypted === null ? null : { keyId: nextKeyId, encrypted: nextEncrypted };
}

/** The step of the code's time, if it is right and later than any that counted before. */
function stepOf(base32: string, code: string, lastStep: number, now: number): number | null {
  const delta = totpOf(base32, '').validate({ token: code, timestamp: now, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now / (STEP_SECONDS * 1000)) + delta;
  return step > lastStep ? step : null;
}

/** The recovery codes, shown once; `null`: the code is wrong, or nothing was started. */
export async function confirmSecondFactor(
  tx: Tx,
  encryptor: Encryptor,
  { memberId, code, now }: { readonly memberId: MemberId; readonly code: string; readonly now: number },
): Promise<string[] | null> {
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.memberId, memberId)).for('update');
  const waiting = waitingOf(row);
  const secret = waiting === null ? null : encryptor.decrypt(waiting, placeOf(memberId));
  const step = secret === null ? null : stepOf(secret, code, 0, now);
  if (waiting === null || step === null) return null;
  const codes = newRecoveryCodes();
  const recovery = codes.map((each) => digestOf(plainRecovery(each)));
  await tx
    .update(secondFactor)
    .set({ ...waiting, nextKeyId: null, nextEncrypted: null, confirmedAt: now, lastStep: step, recovery })
    .where(eq(secondFactor.memberId, memberId));
  return codes;
}

/** Whether the code is right; it will not be again. */
export async function takeSecondFactorCode(
  tx: Tx,
  encryptor: Encryptor,
  { memberId, code, now, actor }: { memberId: MemberId; code: string; now: number; actor: Actor },
): Promise<boolean> {
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.memberId, memberId)).for('update');
  if (!row || row.confirmedAt === null) return false;
  if (/^\d{6}$/.test(code)) {
    const secret = encryptor.decrypt(row, placeOf(memberId));
    const step = secret === null ? null : stepOf(secret, code, row.lastStep, now);
    if (step === null) return false;
    await tx.update(secondFactor).set({ lastStep: step }).where(eq(secondFactor.memberId, memberId));
    return true;
  }
  const used = digestOf(plainRecovery(code));
  if (!row.recovery.includes(used)) return false;
  const recovery = row.recovery.filter((each) => each !== used);
  await tx.update(secondFactor).set({ recovery }).where(eq(secondFactor.memberId, memberId));
  await recordMemberAct(tx, now, actor, {
    memberId,
    act: 'recovery-code-used',
    object: { kind: 'member', id: memberId },
  });
  return true;
}
