/** Sessions: who holds a token is the account. Only the token's digest is stored, so that a stolen table opens nothing. */
import type { AccountId } from '../../domain/ids';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { account, session } from '../db/account-schema';
import type { Db, Tx } from '../db/database';
import { SESSION_MS, SESSION_RENEWED_MS } from '../../domain/policy';

const TOKEN_BYTES = 32;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The token of a new session. */
export async function openSession(tx: Db | Tx, accountId: AccountId, now: number): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  await tx
    .insert(session)
    .values({ tokenHash: hashToken(token), accountId, createdAt: now, expiresAt: now + SESSION_MS });
  return token;
}

export async function openDeviceAccount(db: Db, now: number): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  return db.transaction(async (tx) => {
    await tx.insert(account).values({ id, kind: 'device', createdAt: now });
    return { id, token: await openSession(tx, id, now) };
  });
}

/** Finds whose a token is. */
export function makeSessionFinder(db: Db, now: () => number): (token: string) => Promise<string | null> {
  const find = db
    .select({ accountId: session.accountId, expiresAt: session.expiresAt })
    .from(session)
    .where(and(eq(session.tokenHash, sql.placeholder('hash')), gt(session.expiresAt, sql.placeholder('now'))))
    .prepare('session_by_hash');
  return async (token) => {
    const tokenHash = hashToken(token);
    const at = now();
    const [found] = await find.execute({ hash: tokenHash, now: at });
    if (!found) return null;
    if (found.expiresAt < at + SESSION_MS - SESSION_RENEWED_MS) {
      await db
        .update(session)
        .set({ expiresAt: at + SESSION_MS })
        .where(eq(session.tokenHash, tokenHash));
    }
    return found.accountId;
  };
}

export async function closeSession(db: Db, token: string): Promise<void> {
  await db.delete(session).where(eq(session.tokenHash, hashToken(token)));
}

/** What nobody can use any more. */
export async function purgeSessions(tx: Tx, now: number): Promise<void> {
  await tx.delete(session).where(lt(session.expiresAt, now));
}
