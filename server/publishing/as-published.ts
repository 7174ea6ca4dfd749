/** A version as citizens would see it, so that what they read is taken back from a publisher when it says the same. */
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { DraftBody } from '../../domain/event/draft';
import { type WireEventAnswer, PublishBodySchema } from '../../domain/event/event';
import { decidePublication } from '../../domain/event/publication';
import type { Db, Tx } from '../db/database';
import { campaign, programmeItem } from '../db/schema';
import { documentTitle } from '../events/basis';
import { presentEventAlone } from '../events/present';
import { asNewRow, columnsOf } from './content';

/** `null`: something that is missing or wrong keeps it from being shown. */
export async function presentAsPublished(db: Db | Tx, id: string, body: DraftBody): Promise<WireEventAnswer | null> {
  const parsed = v.safeParse(PublishBodySchema, body);
  if (!parsed.success) return null;
  const [found] = await db
    .select({ state: campaign.state, sample: campaign.sample, item: programmeItem.content, title: documentTitle })
    .from(campaign)
    .leftJoin(
      programmeItem,
      and(eq(programmeItem.campaignId, campaign.id), eq(programmeItem.id, parsed.output.programmeId)),
    )
    .where(eq(campaign.id, body.campaign));
  const decision = decidePublication(parsed.output, {
    campaign: found ? { state: found.state, ...(found.sample && { sample: true }) } : null,
    programmeItem: found?.item ?? null,
  });
  const item = found?.item;
  if (!decision.ok || !item) return null;
  return presentEventAlone(asNewRow(id, body.campaign, columnsOf(decision.publication)), item, found.title);
}
