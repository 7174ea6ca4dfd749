/** Phones that act as a member: the phone's own account, bound once (A5). */
import type { MemberId } from '../../domain/ids';
import { and, eq, gt, sql } from 'drizzle-orm';
import { MINUTE_MS } from '../../domain/time/time';
import { session } from '../db/account-schema';
import type { Db } from '../db/database';
import { memberPhone } from '../db/staff-schema';
import { hashToken } from './sessions';

const NOTE_MS = MINUTE_MS;

/** A phone and the member that it is bound to. */
export interface FoundPhone {
  readonly id: string;
  readonly memberId: MemberId;
  /** When a password or a code was last shown on it; 0: never. */
  readonly provedAt: number;
}

/** The phone whose account a session's token opens. */
export type FindPhone = (token: string) => Promise<FoundPhone | null>;

export function makePhoneFinder(db: Db, now: () => number): FindPhone {
  const find = db
    .select({
      id: memberPhone.id,
      memberId: memberPhone.memberId,
      lastSeenAt: memberPhone.lastSeenAt,
      provedAt: memberPhone.provedAt,
    })
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
    return { id: found.id, memberId: found.memberId, provedAt: found.provedAt ?? 0 };
  };
}
