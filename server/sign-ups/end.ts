/** Sign-ups that end with their event. */
import type { CampaignId, EventId } from '../../domain/ids';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignUpStatus } from '../../domain/sign-up/sign-up';
import { notice, signUp } from '../db/account-schema';
import type { Tx } from '../db/database';
import { scan, scanSettlement } from '../db/door-schema';
import { signUpPast } from '../db/history-schema';
import { event } from '../db/schema';
import { updateSeats } from './write';

const isActiveAt = (eventId: EventId) =>
  and(eq(signUp.eventId, eventId), inArray(signUp.status, ['confirmed', 'waitlisted']));

/** Ends every active one, which keeps its ticket for the door to know. The accounts that had one. */
export async function endSignUps(tx: Tx, eventId: EventId, as: SignUpStatus, now: number): Promise<string[]> {
  // In the order in which the door locks them, so that the two never wait for each other.
  await tx.select({ seq: signUp.seq }).from(signUp).where(isActiveAt(eventId)).orderBy(signUp.seq).for('no key update');
  const ended = await tx
    .update(signUp)
    .set({ status: as, changedAt: now })
    .where(isActiveAt(eventId))
    .returning({ accountId: signUp.accountId });
  await updateSeats(tx, [{ id: eventId, taken: 0, waiting: 0 }]);
  return ended.map(({ accountId }) => accountId);
}

/** The accounts with an active one. */
export async function findActive(tx: Tx, eventId: EventId): Promise<string[]> {
  const rows = await tx.select({ accountId: signUp.accountId }).from(signUp).where(isActiveAt(eventId));
  return rows.map(({ accountId }) => accountId);
}

/** Forgets all sign-ups, for a trial that begins again. */
export async function forgetSignUps(tx: Tx, campaignId: CampaignId): Promise<void> {
  const ids = tx.select({ id: event.id }).from(event).where(eq(event.campaignId, campaignId));
  const scans = tx.select({ id: scan.id }).from(scan).where(inArray(scan.eventId, ids));
  await tx.delete(scanSettlement).where(inArray(scanSettlement.scanId, scans));
  await tx.delete(scan).where(inArray(scan.eventId, ids));
  await tx.delete(signUp).where(inArray(signUp.eventId, ids));
  await tx.delete(signUpPast).where(inArray(signUpPast.eventId, ids));
  await tx.delete(notice).where(inArray(notice.eventId, ids));
  await tx.update(event).set({ taken: 0, waiting: 0 }).where(eq(event.campaignId, campaignId));
}
