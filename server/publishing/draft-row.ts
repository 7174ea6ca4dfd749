/** An event with its draft, as its organisation works on it. */
import type { CampaignId } from '../../domain/ids';
import { and, desc, eq, lt } from 'drizzle-orm';
import * as v from 'valibot';
import { type DraftBody, draftOf } from '../../domain/event/draft';
import { type PublishBody, PublishBodySchema } from '../../domain/event/event';
import type { EventState, Organisation } from '../../domain/permission';
import { parseInstant } from '../../domain/time/time';
import type { Db, Tx } from '../db/database';
import { type DraftTableRow, eventDraft, eventVersion } from '../db/draft-schema';
import { organisation } from '../db/organisation-schema';
import { event, type EventRow } from '../db/schema';
import { presentEvent } from '../events/present';
import { lockCampaign } from './lock-campaign';

const KEPT_VERSIONS = 20;

export interface Work {
  readonly id: string;
  readonly organisation: Organisation & { readonly name: string };
  readonly campaignId: CampaignId;
  readonly draft: DraftTableRow | null;
  /** What citizens see; `null`: nothing. */
  readonly live: EventRow | null;
  readonly state: EventState;
  readonly rev: number;
}

/** What citizens see of it, as a publisher would say it. */
export const publishedBody = (live: EventRow): PublishBody => v.parse(PublishBodySchema, draftOf(presentEvent(live)));

/** The version that is worked on. */
export function bodyOf({ draft, live, state }: Pick<Work, 'draft' | 'live' | 'state'>): DraftBody {
  if (draft && (state !== 'published' || !live)) return draft.body;
  if (!live) throw new Error('an event without a version');
  return draftOf(presentEvent(live));
}

/** `null`: there is none, or it belongs to no organisation. */
export async function findWork(db: Db | Tx, id: string, { lock = false } = {}): Promise<Work | null> {
  const drafts = db.select().from(eventDraft).where(eq(eventDraft.eventId, id));
  const [draft = null] = await (lock ? drafts.for('update') : drafts);
  const events = db.select().from(event).where(eq(event.id, id));
  const [row = null] = await (lock ? events.for('update') : events);
  const live = row?.removed === false ? row : null;
  const state = draft?.state ?? 'published';
  const organisationId = row?.organisationId ?? draft?.organisationId ?? null;
  if (organisationId === null || (state === 'published' && !live)) return null;
  const [owner] = await db
    .select({ id: organisation.id, name: organisation.name, region: organisation.region })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  const campaignId = live?.campaignId ?? draft?.campaignId;
  if (!owner || campaignId === undefined) return null;
  return { id, organisation: owner, campaignId, draft, live, state, rev: (draft?.edits ?? 0) + (row?.rev ?? 0) };
}

/** Its campaign is locked first, in the order that publishing locks. */
export async function lockWork(tx: Tx, id: string): Promise<Work | null> {
  const found = await findWork(tx, id);
  if (!found) return null;
  await lockCampaign(tx, found.campaignId);
  return findWork(tx, id, { lock: true });
}

export interface DraftChange {
  readonly body: DraftBody;
  readonly state: EventState;
  readonly reason?: string | null;
  readonly cleared?: readonly string[];
}

const instantOf = (text: string | undefined): number | null => (text === undefined ? null : parseInstant(text));

type Place = Pick<Work, 'id' | 'organisation' | 'campaignId' | 'draft'>;

/** Writes the version that is worked on, under the campaign's lock. `false`: somebody of another campaign used the id. */
export async function writeDraft(tx: Tx, work: Place, change: DraftChange, now: number): Promise<boolean> {
  const { body } = change;
  const cleared = (change.cleared ?? work.draft?.cleared ?? []).filter((path) => !(path in flat(body)));
  const values = {
    organisationId: work.organisation.id,
    campaignId: body.campaign,
    body,
    state: change.state,
    edits: (work.draft?.edits ?? 0) + 1,
    reason: change.reason === undefined ? (work.draft?.reason ?? null) : change.reason,
    cleared,
    title: body.title ?? null,
    region: body.region ?? null,
    startsAt: instantOf(body.startsAt),
    endsAt: instantOf(body.endsAt),
    updatedAt: now,
  };
  const written = await tx
    .insert(eventDraft)
    .values({ eventId: work.id, ...values })
    .onConflictDoUpdate({
      target: eventDraft.eventId,
      set: values,
      setWhere: eq(eventDraft.edits, work.draft?.edits ?? 0),
    })
    .returning({ eventId: eventDraft.eventId });
  if (written.length === 0) return false;
  const after = await findWork(tx, work.id);
  if (after) await keepVersion(tx, after);
  return true;
}

/** The paths of the instants that it has. */
const flat = ({ startsAt, endsAt, signUp }: DraftBody): object => ({
  ...(startsAt !== undefined && { startsAt }),
  ...(endsAt !== undefined && { endsAt }),
  ...(signUp?.opensAt !== undefined && { 'signUp.opensAt': true }),
  ...(signUp?.closesAt !== undefined && { 'signUp.closesAt': true }),
});

/** Lets an editor who saw this version compare it, later, with the current one. */
export async function keepVersion(tx: Tx, work: Work): Promise<void> {
  await tx
    .insert(eventVersion)
    .values({ eventId: work.id, rev: work.rev, body: bodyOf(work) })
    .onConflictDoNothing();
  const [oldest] = await tx
    .select({ rev: eventVersion.rev })
    .from(eventVersion)
    .where(eq(eventVersion.eventId, work.id))
    .orderBy(desc(eventVersion.rev))
    .offset(KEPT_VERSIONS - 1)
    .limit(1);
  if (oldest) {
    await tx.delete(eventVersion).where(and(eq(eventVersion.eventId, work.id), lt(eventVersion.rev, oldest.rev)));
  }
}

/** `null`: it is no longer known. */
export async function readVersion(tx: Tx, id: string, rev: number): Promise<DraftBody | null> {
  const [row] = await tx
    .select({ body: eventVersion.body })
    .from(eventVersion)
    .where(and(eq(eventVersion.eventId, id), eq(eventVersion.rev, rev)));
  return row?.body ?? null;
}
