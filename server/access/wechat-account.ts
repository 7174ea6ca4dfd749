/** The account of a person whom WeChat named. The name itself is sealed; a digest of it finds the account again. */
import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { account } from '../db/account-schema';
import type { Db } from '../db/database';
import type { Sealer } from '../crypto/sealer';
import { openSession } from './sessions';

export const openidPlace = (accountId: string): string => `account:${accountId}`;

export interface WechatAccounts {
  readonly db: Db;
  readonly sealer: Sealer;
  readonly appid: string;
}

/** Finds or makes the account, and opens a session. */
export async function openWechatAccount(
  { db, sealer, appid }: WechatAccounts,
  openid: string,
  now: number,
): Promise<{ id: string; token: string }> {
  const openidHash = createHash('sha256').update(`${appid}:${openid}`).digest('base64url');
  return db.transaction(async (tx) => {
    const fresh = randomUUID();
    const sealed = sealer.seal(openid, openidPlace(fresh));
    await tx
      .insert(account)
      .values({ id: fresh, kind: 'wechat', createdAt: now, openidHash, ...sealed })
      .onConflictDoNothing();
    const [found] = await tx
      .select({ id: account.id, keyId: account.keyId })
      .from(account)
      .where(eq(account.openidHash, openidHash))
      .for('key share');
    if (!found) throw new Error('the account is gone');
    // Keys rotate: what an old one sealed is sealed anew, so that it can be dropped some day.
    if (found.keyId !== sealed.keyId) {
      await tx
        .update(account)
        .set(sealer.seal(openid, openidPlace(found.id)))
        .where(eq(account.id, found.id));
    }
    return { id: found.id, token: await openSession(tx, found.id, now) };
  });
}
