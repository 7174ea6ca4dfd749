/** The account of a person whom WeChat named. The name itself is sealed; a digest of it finds the account again. */
import type { AccountId } from '../../domain/ids';
import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account } from '../db/account-schema';
import type { Db } from '../db/database';
import type { Encryptor } from '../crypto/encryptor';
import { openSession } from './sessions';

export const openidContext = (accountId: AccountId): string => `account:${accountId}`;

export interface WechatAccounts {
  readonly db: Db;
  readonly encryptor: Encryptor;
  readonly appid: string;
}

/** Finds or makes the account, and opens a session. */
export async function openWechatAccount(
  { db, encryptor, appid }: WechatAccounts,
  openid: string,
  now: number,
): Promise<{ id: string; token: string }> {
  const openidHash = createHash('sha256').update(`${appid}:${openid}`).digest('base64url');
  return db.transaction(async (tx) => {
    const fresh = randomUUID();
    const encrypted = encryptor.encrypt(openid, openidContext(fresh));
    await tx
      .insert(account)
      .values({ id: fresh, kind: 'wechat', createdAt: now, openidHash, ...encrypted })
      .onConflictDoNothing();
    const [found] = await tx
      .select({ id: account.id, keyId: account.keyId })
      .from(account)
      .where(eq(account.openidHash, openidHash))
      .for('key share');
    if (!found) throw new Error('the account is gone');
    // Keys rotate: a value under an old key is encrypted again, so that the old key can be dropped some day.
    if (found.keyId !== encrypted.keyId) {
      await tx
        .update(account)
        .set(encryptor.encrypt(openid, openidContext(found.id)))
        .where(eq(account.id, found.id));
    }
    return { id: found.id, token: await openSession(tx, found.id, now) };
  });
}
