/** Sessions of members in a browser: the cookie carries a secret, the table its digest. */
import type { MemberId } from '../../domain/ids';
import { randomUUID } from 'node:crypto';
import { and, eq, lt, ne, or, sql } from 'drizzle-orm';
import { SESSION_IDLE_MS, SESSION_MS } from '../../domain/organisation/staff-policy';
import { MINUTE_MS } from '../../domain/time/time';
import { digestOf, newSecret } from '../crypto/secret';
import type { Db, Tx } from '../db/database';
import { passwordReset, secondFactor, staffSession } from '../db/staff-schema';

/** Noting each request would write a row each time. */
const NOTE_MS = MINUTE_MS;

export interface StaffSession {
  readonly id: string;
  readonly memberId: MemberId;
  readonly provedAt: number;
  readonly hasSecondFactor: boolean;
}

/** The cookie's secret. Its owner has just proved who they are. */
export async function openStaffSession(tx: Tx, memberId: MemberId, device: string, now: number): Promise<string> {
  const token = newSecret();
  await tx.insert(staffSession).values({
    id: randomUUID(),
    tokenHash: digestOf(token),
    memberId,
    createdAt: now,
    lastSeenAt: now,
    provedAt: now,
    device,
  });
  return token;
}

const isAlive = (session: { createdAt: number; lastSeenAt: number }, now: number): boolean =>
  now < session.createdAt + SESSION_MS && now < session.lastSeenAt + SESSION_IDLE_MS;

export function makeStaffSessionFinder(db: Db, now: () => number): (token: string) => Promise<StaffSession | null> {
  const find = db
    .select({ session: staffSession, confirmedAt: secondFactor.confirmedAt })
    .from(staffSession)
    .leftJoin(secondFactor, eq(secondFactor.memberId, staffSession.memberId))
    .where(eq(staffSession.tokenHash, sql.placeholder('hash')))
    .prepare('staff_session_by_hash');
  return async (token) => {
    const [found] = await find.execute({ hash: digestOf(token) });
    const at = now();
    if (!found || !isAlive(found.session, at)) return null;
    const { id, memberId, provedAt, lastSeenAt } = found.session;
    if (lastSeenAt < at - NOTE_MS) {
      await db.update(staffSession).set({ lastSeenAt: at }).where(eq(staffSession.id, id));
    }
    return { id, memberId, provedAt, hasSecondFactor: found.confirmedAt !== null };
  };
}

export interface ListedSession {
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly device: string;
}

export async function listStaffSessions(db: Db, memberId: MemberId, now: number): Promise<ListedSession[]> {
  const rows = await db.select().from(staffSession).where(eq(staffSession.memberId, memberId));
  return rows.filter((row) => isAlive(row, now)).sort((one, other) => other.lastSeenAt - one.lastSeenAt);
}

/** Whether there was one. */
export async function endStaffSession(tx: Tx, memberId: MemberId, id: string): Promise<boolean> {
  const ended = await tx
    .delete(staffSession)
    .where(and(eq(staffSession.id, id), eq(staffSession.memberId, memberId)))
    .returning({ id: staffSession.id });
  return ended.length > 0;
}

/** All of a member's, but for the one that is given. */
export async function endStaffSessions(tx: Tx, memberId: MemberId, except?: string): Promise<void> {
  await tx
    .delete(staffSession)
    .where(and(eq(staffSession.memberId, memberId), except === undefined ? undefined : ne(staffSession.id, except)));
}

export async function purgeStaffSessions(tx: Tx, now: number): Promise<void> {
  await tx
    .delete(staffSession)
    .where(or(lt(staffSession.createdAt, now - SESSION_MS), lt(staffSession.lastSeenAt, now - SESSION_IDLE_MS)));
  await tx.delete(passwordReset).where(lt(passwordReset.expiresAt, now));
}
