/**
 * Reminders of the deadline (F4): noted for the organisation, whose members find them in the console's workbench and on the
 * summary's page. Each once; nobody who has submitted gets one.
 */
import { eq } from 'drizzle-orm';
import { relationOf } from '../../domain/permission';
import { type Reminded, remindersDue } from '../../domain/summary/deadline';
import type { Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { campaign } from '../db/schema';
import { summary, summaryReceived, summaryReminder } from '../db/summary-schema';

/** Organisations that have somebody to hand it in to; those of a trial only in the trial. */
async function whoOwes(tx: Tx, campaignId: string, isSample: boolean): Promise<readonly Reminded[]> {
  const all = await tx.select().from(organisation).where(eq(organisation.state, 'active'));
  const states = await tx.select().from(summary).where(eq(summary.campaignId, campaignId));
  const received = await tx.select().from(summaryReceived).where(eq(summaryReceived.campaignId, campaignId));
  const sent = await tx.select().from(summaryReminder).where(eq(summaryReminder.campaignId, campaignId));
  return all
    .filter((each) => each.sample === isSample && all.some((above) => relationOf(above, each) === 'superior'))
    .map(({ id }) => ({
      organisation: id,
      state: states.find(({ organisationId }) => organisationId === id)?.state ?? null,
      received: received.some(({ organisationId }) => organisationId === id),
      sent: sent.flatMap(({ organisationId, daysBefore }) => (organisationId === id ? [daysBefore] : [])),
    }));
}

export async function remindOfSummaries(tx: Tx, now: number): Promise<void> {
  const campaigns = await tx
    .select({ id: campaign.id, sample: campaign.sample, content: campaign.content })
    .from(campaign);
  for (const { id: campaignId, sample, content } of campaigns) {
    const { summaryDeadline } = content;
    if (!summaryDeadline || remindersDue([NOBODY], summaryDeadline.dueOn, now).length === 0) continue;
    const due = remindersDue(await whoOwes(tx, campaignId, sample), summaryDeadline.dueOn, now);
    if (due.length === 0) continue;
    const rows = due.map(({ organisation: organisationId, reminder: daysBefore, daysLeft }) => ({
      ...{ organisationId, campaignId, daysBefore, daysLeft },
      sentAt: now,
    }));
    await tx.insert(summaryReminder).values(rows).onConflictDoNothing();
  }
}

/** Says whether it is the time for a reminder at all. */
const NOBODY: Reminded = { organisation: '', state: null, received: false, sent: [] };
