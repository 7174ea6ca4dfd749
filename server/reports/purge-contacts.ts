/** How to reach people who reported goes after a while; what they reported stays, encrypted. */
import { and, eq, isNotNull, lte, or } from 'drizzle-orm';
import { REPORT_CONTACT_KEPT_DAYS, REPORT_CONTACT_MOST_DAYS } from '../../domain/policy';
import { DAY_MS } from '../../domain/time/time';
import type { Tx } from '../db/database';
import { report } from '../db/report-schema';

export async function purgeContacts(tx: Tx, now: number): Promise<void> {
  const isHandled = and(eq(report.state, 'handled'), lte(report.changedAt, now - REPORT_CONTACT_KEPT_DAYS * DAY_MS));
  const isOld = lte(report.createdAt, now - REPORT_CONTACT_MOST_DAYS * DAY_MS);
  await tx
    .update(report)
    .set({ contact: null })
    .where(and(isNotNull(report.contact), or(isHandled, isOld)));
}
