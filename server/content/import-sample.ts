/** The trial campaign: dated from the day it was made until all of it is over, and then again from today. */
import type { CampaignId } from '../../domain/ids';
import { and, eq, gt } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import type { PublishBody } from '../../domain/event/event';
import { dayOf } from '../../domain/time/time';
import type { Tx } from '../db/database';
import { campaign, event, programmeItem } from '../db/schema';
import { publishEvent } from '../publishing/publish';
import { forgetParts } from '../figures/keep-parts';
import { forgetSignUps } from '../sign-ups/end';
import { hashOf, importCampaign } from './import-campaign';

export interface SampleContent {
  readonly campaign: Campaign;
  readonly programme: readonly ProgrammeItem[];
  readonly events: readonly (PublishBody & { readonly id: string })[];
}

export type MakeSample = (today: string) => SampleContent;

interface StoredTrial {
  readonly id: string;
  readonly day: string | null;
  readonly hash: string | null;
  readonly isOver: boolean;
}

async function findTrial(tx: Tx, now: number): Promise<StoredTrial | null> {
  const [stored] = await tx
    .select({ id: campaign.id, day: campaign.sampleDay, hash: campaign.sampleHash, content: campaign.content })
    .from(campaign)
    .where(eq(campaign.sample, true));
  if (!stored) return null;
  const [coming] = await tx
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.campaignId, stored.id), eq(event.removed, false), gt(event.endsAt, now)))
    .limit(1);
  return { ...stored, isOver: !coming || stored.content.period.to < dayOf(now) };
}

/** Last year's trial has no readers to be kept for, and this year's events go by the same ids. */
async function throwAway(tx: Tx, campaignId: CampaignId): Promise<void> {
  await forgetSignUps(tx, campaignId);
  await tx.delete(event).where(eq(event.campaignId, campaignId));
  await tx.delete(programmeItem).where(eq(programmeItem.campaignId, campaignId));
  await tx.delete(campaign).where(eq(campaign.id, campaignId));
}

/** Whether anything was new. */
export async function importSample(tx: Tx, makeSample: MakeSample, now: number): Promise<boolean> {
  const stored = await findTrial(tx, now);
  const isAnew = stored?.day == null || stored.isOver;
  const day = isAnew ? dayOf(now) : stored.day;
  const trial = makeSample(day);
  const { id } = trial.campaign;
  const hash = hashOf(trial);
  if (stored?.hash === hash) return false;

  if (stored && stored.id !== id) await throwAway(tx, stored.id);
  await importCampaign(tx, trial.campaign, trial.programme);
  // What somebody trying things out had cancelled takes place again on its new day, and nobody has signed up for it.
  if (isAnew) {
    await forgetSignUps(tx, id);
    await forgetParts(tx);
    await tx.update(event).set({ status: 'scheduled', cancelReason: null }).where(eq(event.campaignId, id));
  }
  for (const { id: eventId, ...body } of trial.events) {
    const written = await publishEvent(tx, eventId, body, { now, templates: [], organisation: null, actor: null });
    if (!written.ok) throw new Error(`trial event ${eventId}: ${written.code}`);
  }
  await tx.update(campaign).set({ sampleDay: day, sampleHash: hash }).where(eq(campaign.id, id));
  return true;
}
