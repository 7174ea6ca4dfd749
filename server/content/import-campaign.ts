/** Brings a campaign's own content into the database; the same content again changes nothing. */
import type { CampaignId } from '../../domain/ids';
import { createHash } from 'node:crypto';
import { and, eq, notInArray, notExists, sql } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import type { Tx } from '../db/database';
import { campaign, event, programmeItem } from '../db/schema';
import { nextRevision } from '../campaigns/next-revision';

export const hashOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');

async function putProgramme(tx: Tx, campaignId: CampaignId, programme: readonly ProgrammeItem[]): Promise<void> {
  if (programme.length > 0) {
    await tx
      .insert(programmeItem)
      .values(programme.map((content, ordinal) => ({ campaignId, id: content.id, ordinal, content })))
      .onConflictDoUpdate({
        target: [programmeItem.campaignId, programmeItem.id],
        set: { ordinal: sql`excluded.ordinal`, content: sql`excluded.content` },
      });
  }
  // An item that events stand under stays for as long as they do.
  const itsEvents = tx
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.campaignId, programmeItem.campaignId), eq(event.programmeId, programmeItem.id)));
  const stays = programme.map(({ id }) => id);
  await tx
    .delete(programmeItem)
    .where(and(eq(programmeItem.campaignId, campaignId), notInArray(programmeItem.id, stays), notExists(itsEvents)));
}

/** Whether anything was new. */
export async function importCampaign(tx: Tx, content: Campaign, programme: readonly ProgrammeItem[]): Promise<boolean> {
  const { id, year, theme, state } = content;
  const hashes = { contentHash: hashOf(content), programmeHash: hashOf(programme) };
  const values = { year, theme, state, sample: content.sample === true, content, ...hashes };
  const [old] = await tx.select().from(campaign).where(eq(campaign.id, id)).for('no key update');
  if (!old) {
    await tx.insert(campaign).values({ id, ...values, rev: 1, contentRev: 1, programmeRev: 1 });
    await putProgramme(tx, id, programme);
    return true;
  }
  const isSameContent = old.contentHash === hashes.contentHash;
  const isSameProgramme = old.programmeHash === hashes.programmeHash;
  if (isSameContent && isSameProgramme) return false;
  const rev = await nextRevision(tx, id);
  await tx
    .update(campaign)
    .set({
      ...values,
      contentRev: isSameContent ? old.contentRev : rev,
      programmeRev: isSameProgramme ? old.programmeRev : rev,
    })
    .where(eq(campaign.id, id));
  if (!isSameProgramme) await putProgramme(tx, id, programme);
  return true;
}
