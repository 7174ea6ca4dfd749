/** What an organisation's file is checked against: the campaign, and its own events as they are worked on now. */
import type { CampaignId } from '../../domain/ids';
import { and, asc, eq, ne, or, sql } from 'drizzle-orm';
import type { WireEvent } from '../../domain/event/event';
import { decidePublication } from '../../domain/event/publication';
import { PublishBodySchema } from '../../domain/event/event';
import type { ImportFacts } from '../../domain/event-import/import-types';
import * as v from 'valibot';
import type { Db, Tx } from '../db/database';
import { eventDraft } from '../db/draft-schema';
import { organisation } from '../db/organisation-schema';
import { campaign, event, programmeItem } from '../db/schema';
import { presentEvent } from '../events/present';
import { asNewRow, columnsOf } from '../publishing/content';
import { bodyOf, type Work } from '../publishing/draft-row';

type Owner = Work['organisation'];

export async function readOwner(db: Db | Tx, id: string): Promise<Owner | null> {
  const { name, region } = organisation;
  const [row] = await db
    .select({ id: organisation.id, name, region })
    .from(organisation)
    .where(eq(organisation.id, id));
  return row ?? null;
}

/** All events of the organisation in a campaign, as `findWork` says one. */
export async function readWorks(db: Db | Tx, owner: Owner, campaignId: CampaignId): Promise<Work[]> {
  const rows = await db
    .select({ draft: eventDraft, row: event })
    .from(event)
    .fullJoin(eventDraft, eq(eventDraft.eventId, event.id))
    .where(
      and(
        sql`coalesce(${event.organisationId}, ${eventDraft.organisationId}) = ${owner.id}`,
        sql`coalesce(${event.campaignId}, ${eventDraft.campaignId}) = ${campaignId}`,
      ),
    );
  return rows.flatMap(({ draft, row }): Work[] => {
    const id = row?.id ?? draft?.eventId;
    const live = row?.removed === false ? row : null;
    const state = draft?.state ?? 'published';
    if (id === undefined || (state === 'published' && !live)) return [];
    const rev = (draft?.edits ?? 0) + (row?.rev ?? 0);
    return [{ id, organisation: owner, campaignId, draft, live, state, rev }];
  });
}

type Found = Pick<ImportFacts, 'campaign' | 'items'>;

async function readCampaign(db: Db | Tx, campaignId: CampaignId): Promise<Found | null> {
  const [row] = await db.select().from(campaign).where(eq(campaign.id, campaignId));
  if (!row) return null;
  const items = await db
    .select({ content: programmeItem.content })
    .from(programmeItem)
    .where(eq(programmeItem.campaignId, campaignId))
    .orderBy(asc(programmeItem.ordinal));
  const { id, year, state, sample } = row;
  return {
    campaign: { id, year, state, ...(sample && { sample: true }) },
    items: items.map(({ content: { id: item, name, kind, audiences } }) => ({ id: item, name, kind, audiences })),
  };
}

/** `null`: it is not whole yet, so that there is nothing to compare a row with. */
function asEvent(work: Work, { campaign: facts, items }: Found): WireEvent | null {
  const parsed = v.safeParse(PublishBodySchema, bodyOf(work));
  if (!parsed.success) return null;
  const item = items.find(({ id }) => id === parsed.output.programmeId) ?? null;
  const decision = decidePublication(parsed.output, { campaign: facts, programmeItem: item });
  if (!decision.ok) return null;
  return { ...presentEvent(asNewRow(work.id, work.campaignId, columnsOf(decision.publication))), rev: work.rev };
}

/** Ids that others use, here or in another campaign. */
async function readTaken(db: Db | Tx, owner: Owner, campaignId: CampaignId): Promise<string[]> {
  const events = await db
    .select({ id: event.id })
    .from(event)
    .where(or(ne(event.campaignId, campaignId), sql`${event.organisationId} is distinct from ${owner.id}`));
  const drafts = await db
    .select({ id: eventDraft.eventId })
    .from(eventDraft)
    .where(or(ne(eventDraft.campaignId, campaignId), ne(eventDraft.organisationId, owner.id)));
  return [...events, ...drafts].map(({ id }) => id);
}

/** `null`: no such campaign. */
export async function readImportFacts(db: Db | Tx, owner: Owner, campaignId: CampaignId): Promise<ImportFacts | null> {
  const found = await readCampaign(db, campaignId);
  if (!found) return null;
  const works = await readWorks(db, owner, campaignId);
  const existing: WireEvent[] = [];
  const unfinished: string[] = [];
  for (const work of works) {
    const whole = asEvent(work, found);
    if (whole) existing.push(whole);
    else unfinished.push(work.id);
  }
  const takenIds = [...(await readTaken(db, owner, campaignId)), ...unfinished];
  return { ...found, organiser: owner.name, scope: owner.region, existing, takenIds };
}
