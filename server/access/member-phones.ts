/** Phones that act as a member: the phone's own account, bound once (A5). */
import { and, eq, gt, sql } from 'drizzle-orm';
import { MINUTE_MS } from '../../domain/time/time';
import { session } from '../db/account-schema';
import type { Db } from '../db/database';
import { memberPhone } from '../db/staff-schema';
import { hashToken } from './sessions';

const NOTE_MS = MINUTE_MS;

/** The member that the account of a session's token is bound to. */
export type FindPhone = (token: string) => Promise<string | null>;

export function makePhoneFinder(db: Db, now: () => number): FindPhone {
  const find = db
    .select({ id: memberPhone.id, memberId: memberPhone.memberId, lastSeenAt: memberPhone.lastSeenAt })
    .from(session)
    .innerJoin(memberPhone, eq(memberPhone.accountId, session.accountId))
    .where(and(eq(session.tokenHash, sql.placeholder('hash')), gt(session.expiresAt, sql.placeholder('now'))))
    .prepare('member_phone_by_token');
  return async (token) => {
    const at = now();
    const [found] = await find.execute({ hash: hashToken(token), now: at });
    if (!found) return null;
    if ((found.lastSeenAt ?? 0) < at - NOTE_MS) {
      await db.update(memberPhone).set({ lastSeenAt: at }).where(eq(memberPhone.id, found.id));
    }
    return found.memberId;
  };
}
