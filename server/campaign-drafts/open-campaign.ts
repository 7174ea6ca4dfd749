/** Opens the next campaign and archives those that were open, in one transaction; phones follow by the feed. */
import { and, asc, eq, ne } from 'drizzle-orm';
import { decideOpening, toCampaign } from '../../domain/campaign/next-campaign';
import type { CampaignId, OrganisationId } from '../../domain/ids';
import { type Actor, recordAct } from '../audit/record';
import { importCampaign } from '../content/import-campaign';
import { campaignDraft } from '../db/campaign-draft-schema';
import type { Tx } from '../db/database';
import { campaign, programmeItem } from '../db/schema';
import type { ProblemCode } from '../http/errors';

interface OpenContext {
  readonly now: number;
  readonly actor: Actor;
  readonly organisationId: OrganisationId;
}

export type Opened =
  | { readonly ok: true; readonly id: CampaignId; readonly year: number; readonly theme: string }
  | { readonly ok: false; readonly code: ProblemCode };

/** Its events, items and texts stay as they are; nothing is written under it any more. */
async function archiveOpen(tx: Tx, besides: CampaignId): Promise<void> {
  const open = await tx
    .select({ id: campaign.id, content: campaign.content })
    .from(campaign)
    .where(and(eq(campaign.state, 'open'), ne(campaign.id, besides)))
    .orderBy(asc(campaign.id))
    .for('no key update');
  for (const { id, content } of open) {
    const items = await tx
      .select({ content: programmeItem.content })
      .from(programmeItem)
      .where(eq(programmeItem.campaignId, id))
      .orderBy(asc(programmeItem.ordinal));
    await importCampaign(
      tx,
      { ...content, state: 'archived' },
      items.map((item) => item.content),
    );
  }
}

export async function openCampaign(
  tx: Tx,
  id: CampaignId,
  { now, actor, organisationId }: OpenContext,
): Promise<Opened> {
  const [draft] = await tx.select().from(campaignDraft).where(eq(campaignDraft.id, id)).for('update');
  if (!draft) return { ok: false, code: 'not-found' };
  const campaigns = await tx.select({ id: campaign.id, year: campaign.year, content: campaign.content }).from(campaign);
  const { content, items } = draft;
  const taken = campaigns.map((each) => each.id);
  const decision = decideOpening(id, content, items, taken);
  if (!decision.ok) return decision;
  const last = campaigns.sort((a, b) => b.year - a.year)[0];
  if (!last) return { ok: false, code: 'campaign-not-found' };
  await archiveOpen(tx, id);
  const opened = toCampaign(id, content, last.content);
  await importCampaign(tx, opened, items);
  await tx.delete(campaignDraft).where(eq(campaignDraft.id, id));
  await recordAct(tx, now, actor, { act: 'campaign-opened', object: { kind: 'campaign', id }, organisationId });
  return { ok: true, id, year: opened.year, theme: opened.theme };
}
