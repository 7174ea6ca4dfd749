/** Everything that is held on an account, in the clear, for its owner. */
import type { AccountId } from '../../domain/ids';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { WireMe } from '../../domain/account';
import { formatInstant } from '../../domain/time/time';
import { account, notice, pushGrant, session, signUp } from '../db/account-schema';
import type { Db } from '../db/database';
import { presentNotice } from '../notices/present';
import type { Encryptor } from '../crypto/encryptor';
import { decryptForm } from '../sign-ups/form-encryption';
import { presentSignUp, readWithPosition } from '../sign-ups/present';
import { openidContext } from '../access/wechat-account';

type AccountRow = typeof account.$inferSelect;

function presentAccount(
  { id, kind, createdAt, keyId, encrypted }: AccountRow,
  encryptor: Encryptor,
): WireMe['account'] {
  const openid =
    keyId === null || encrypted === null ? null : encryptor.decrypt({ keyId, encrypted }, openidContext(id));
  return { id, kind, createdAt: formatInstant(createdAt), ...(openid !== null && { openid }) };
}

/** `null`: the account has just been erased. */
export async function exportAccount(
  db: Db,
  accountId: AccountId,
  encryptor: Encryptor,
  now: number,
): Promise<WireMe | null> {
  const [row] = await db.select().from(account).where(eq(account.id, accountId));
  if (!row) return null;
  const standings = await readWithPosition(db, eq(signUp.accountId, accountId));
  const notices = await db.select().from(notice).where(eq(notice.accountId, accountId)).orderBy(asc(notice.id));
  const sessions = await db
    .select()
    .from(session)
    .where(and(eq(session.accountId, accountId), gt(session.expiresAt, now)));
  const grants = await db.select().from(pushGrant).where(eq(pushGrant.accountId, accountId));
  return {
    account: presentAccount(row, encryptor),
    sessions: sessions.map(({ createdAt, expiresAt }) => ({
      createdAt: formatInstant(createdAt),
      expiresAt: formatInstant(expiresAt),
    })),
    grants: grants.map(({ templateId, left }) => ({ template: templateId, left })),
    signUps: standings.map((standing) => ({
      ...presentSignUp(standing, encryptor, now),
      eventTitle: standing.event.title,
      consent: { version: standing.row.consentVersion, at: formatInstant(standing.row.consentedAt) },
      form: decryptForm(encryptor, standing.row)?.values ?? null,
    })),
    notices: notices.map(presentNotice),
  };
}
