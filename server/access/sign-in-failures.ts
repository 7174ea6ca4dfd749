/**
 * Tries to sign in that failed, by login and by address. A try counts as failed before its password is looked at, so
 * that many at once get no more guesses than one after the other.
 */
import { eq, inArray, lt, sql } from 'drizzle-orm';
import { delayAfter, type FailureKind, FORGET_MS } from '../../domain/organisation/sign-in-delay';
import { MINUTE_MS } from '../../domain/time/time';
import { digestOf } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { signInFailure } from '../db/staff-schema';

/** A row that is farther ahead than clocks of two processes differ was written by one that was set back since. */
const MOST_SKEW_MS = MINUTE_MS;

export interface TryKeys {
  readonly login: string;
  readonly address: string;
}

const rowsOf = ({ login, address }: TryKeys): { kind: FailureKind; keyHash: string }[] =>
  [
    { kind: 'login' as const, keyHash: digestOf(`login:${login}`) },
    { kind: 'address' as const, keyHash: digestOf(`address:${address}`) },
  ].sort((one, other) => (one.keyHash < other.keyHash ? -1 : 1));

/** Counts a try. Gives back how long to wait, in ms, where the try is not to be looked at; 0: go on. */
export async function countTry(db: Db, keys: TryKeys, now: number): Promise<number> {
  return db.transaction(async (tx) => {
    const counted: { keyHash: string; failures: number; waitUntil: number }[] = [];
    for (const { kind, keyHash } of rowsOf(keys)) {
      await tx.insert(signInFailure).values({ keyHash, failures: 0, waitUntil: 0, lastAt: now }).onConflictDoNothing();
      const [row] = await tx.select().from(signInFailure).where(eq(signInFailure.keyHash, keyHash)).for('update');
      if (row && row.waitUntil > now && row.lastAt <= now + MOST_SKEW_MS) return row.waitUntil - now;
      const failures = (row === undefined || row.lastAt < now - FORGET_MS ? 0 : row.failures) + 1;
      counted.push({ keyHash, failures, waitUntil: now + delayAfter(kind, failures) });
    }
    for (const { keyHash, ...values } of counted) {
      await tx
        .update(signInFailure)
        .set({ ...values, lastAt: now })
        .where(eq(signInFailure.keyHash, keyHash));
    }
    return 0;
  });
}

/** The try was no failure after all: it is taken back. */
export async function takeBackTry(db: Db, keys: TryKeys): Promise<void> {
  const hashes = rowsOf(keys).map(({ keyHash }) => keyHash);
  await db
    .update(signInFailure)
    .set({ failures: sql`greatest(${signInFailure.failures} - 1, 0)`, waitUntil: 0 })
    .where(inArray(signInFailure.keyHash, hashes));
}

/** The right password: what failed before it is forgotten of the login, though not of the address. */
export async function forgetFailures(db: Db, keys: TryKeys): Promise<void> {
  await takeBackTry(db, keys);
  await db.delete(signInFailure).where(eq(signInFailure.keyHash, digestOf(`login:${keys.login}`)));
}

export async function purgeFailures(tx: Tx, now: number): Promise<void> {
  await tx.delete(signInFailure).where(lt(signInFailure.lastAt, now - FORGET_MS));
}
