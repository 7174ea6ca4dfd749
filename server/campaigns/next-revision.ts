import type { CampaignId } from '../../domain/ids';
import { sql } from 'drizzle-orm';
import type { Tx } from '../db/database';
import { campaign } from '../db/schema';

/** The channel on which a commit announces that a campaign has a new revision. */
export const CAMPAIGN_CHANGED = 'campaign_changed';

/** Takes the campaign's next revision for the change of this transaction, and notifies all processes on commit. */
export async function nextRevision(tx: Tx, campaignId: CampaignId): Promise<number> {
  const [row] = await tx
    .update(campaign)
    .set({ rev: sql`${campaign.rev} + 1` })
    .where(sql`${campaign.id} = ${campaignId}`)
    .returning({ rev: campaign.rev, notified: sql`pg_notify(${CAMPAIGN_CHANGED}, '')` });
  if (!row) throw new Error('no such campaign');
  return row.rev;
}
