import { eq } from 'drizzle-orm';
import type { PublicationContext } from '../../domain/event/publication';
import type { Tx } from '../db/database';
import { campaign } from '../db/schema';

export type LockedCampaign = NonNullable<PublicationContext['campaign']>;

/** Before every change of an event or a draft, and before their rows: so no two wait for each other in a circle. */
export async function lockCampaign(tx: Tx, id: string): Promise<LockedCampaign | null> {
  const [row] = await tx
    .select({ state: campaign.state, sample: campaign.sample })
    .from(campaign)
    .where(eq(campaign.id, id))
    .for('no key update');
  return row ? { state: row.state, ...(row.sample && { sample: true }) } : null;
}
