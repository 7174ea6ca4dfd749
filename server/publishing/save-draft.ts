/** Making, changing and deleting drafts (E1). */
import type { RegionCode } from '../../domain/ids';
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { type DraftBody, draftOf, type SentDraft, toDraftBody } from '../../domain/event/draft';
import { conflictsOf, differencesOf } from '../../domain/event/draft-fields';
import { decideDraftAct } from '../../domain/event/draft-state';
import { covers } from '../../domain/region/region';
import { regionExists } from '../../domain/region/region-names';
import type { Tx } from '../db/database';
import { eventDraft, eventVersion } from '../db/draft-schema';
import { organisation } from '../db/organisation-schema';
import { event } from '../db/schema';
import { presentEvent } from '../events/present';
import type { FieldError } from '../http/errors';
import { type Acted, type DraftContext, holdsRight, isRefused, isStale, lockFor, recordOn, refuse } from './draft-act';
import { findDraftServerFields } from './draft-server-fields';
import { bodyOf, findWork, keepVersion, readVersion, type Work, writeDraft } from './draft-row';
import { lockCampaign } from './lock-campaign';
import { removeEvent } from './publish';

/** What can be said of a draft before it is whole: the rest is decided when it is published. */
function findFault(body: DraftBody, { region }: { readonly region: RegionCode }): FieldError | null {
  if (body.region === undefined) return null;
  if (!regionExists(body.region)) return { path: 'region', code: 'unknown-region' };
  return covers(region, body.region) ? null : { path: 'region', code: 'scope-not-covered' };
}

const refuseFault = (fault: FieldError): Acted =>
  refuse(fault.code === 'unknown-region' ? 'unknown-region' : 'scope-not-covered', [fault]);

const namesOf = (from: DraftBody | null, to: DraftBody): string[] => differencesOf(from, to).map(({ path }) => path);

/** Sent again with the same content it is done once. */
export async function createDraft(
  tx: Tx,
  id: string,
  body: DraftBody,
  context: DraftContext,
  { cleared = [] }: { readonly cleared?: readonly string[] } = {},
): Promise<Acted> {
  const { principal, now } = context;
  if (!(await holdsRight(tx, principal, 'event:edit'))) return refuse('not-found');
  const locked = await lockCampaign(tx, body.campaign);
  if (!locked) return refuse('unknown-campaign', [{ path: 'campaign', code: 'unknown-campaign' }]);
  if (locked.state !== 'open') return refuse('campaign-closed', [{ path: 'campaign', code: 'campaign-closed' }]);
  const fault = findFault(body, principal.organisation);
  if (fault) return refuseFault(fault);
  const known = await findWork(tx, id);
  const isOwn = known?.organisation.id === principal.organisation.id;
  if (known && isOwn && known.state === 'draft' && isDeepStrictEqual(bodyOf(known), body)) {
    return { ok: true, outcome: 'unchanged' };
  }
  const [row] = await tx
    .select({ removed: event.removed, campaignId: event.campaignId })
    .from(event)
    .where(eq(event.id, id));
  if (known || (row && (!row.removed || row.campaignId !== body.campaign))) return refuse('event-id-used');
  const [left = null] = await tx.select().from(eventDraft).where(eq(eventDraft.eventId, id));
  const [owner] = await tx.select().from(organisation).where(eq(organisation.id, principal.organisation.id));
  if (!owner) return refuse('not-found');
  const place = { id, organisation: owner, campaignId: body.campaign, draft: left };
  const isWritten = await writeDraft(tx, place, { body, state: 'draft', reason: null, cleared }, now);
  if (!isWritten) return refuse('event-id-used');
  await recordOn(tx, context, id, { act: 'event-created' });
  return { ok: true, outcome: 'created' };
}

/** Nothing is merged silently: an editor of another version gets each field as they saw it, as they have it, as it is. */
async function refuseStale(tx: Tx, work: Work, mine: DraftBody | null, seen: number | null): Promise<Acted> {
  const theirs = bodyOf(work);
  const base = seen === null ? null : await readVersion(tx, work.id, seen);
  const fields = conflictsOf(base, mine ?? base ?? theirs, theirs);
  return refuse('event-changed', undefined, { rev: work.rev, fields });
}

export async function saveDraft(tx: Tx, id: string, sent: SentDraft, context: DraftContext): Promise<Acted> {
  const found = await lockFor(tx, id, 'event:edit', context);
  if (isRefused(found)) return found;
  const body = toDraftBody(sent);
  const old = bodyOf(found);
  const isSame = isDeepStrictEqual(old, body);
  if (isStale(context, found)) {
    // The answer to a first try was lost.
    return isSame ? { ok: true, outcome: 'unchanged' } : refuseStale(tx, found, body, context.seen);
  }
  const differing = await findDraftServerFields(tx, sent, body, found);
  if (differing.length > 0) return refuse('server-field', differing);
  if (body.campaign !== found.campaignId) {
    return refuse('other-campaign', [{ path: 'campaign', code: 'other-campaign' }]);
  }
  const fault = findFault(body, found.organisation);
  if (fault) return refuseFault(fault);
  if (isSame) return { ok: true, outcome: 'unchanged' };
  const decision = decideDraftAct(found.state, 'edit');
  if (!decision.ok) return refuse(decision.code);
  await keepVersion(tx, found);
  const isBack = found.live !== null && differencesOf(draftOf(presentEvent(found.live)), body).length === 0;
  const state = isBack ? 'published' : decision.state;
  await writeDraft(tx, found, { body, state, ...(found.state === 'published' && { cleared: [] }) }, context.now);
  await recordOn(tx, context, id, { act: 'event-changed', fields: namesOf(old, body) });
  return { ok: true, outcome: 'done' };
}

/** A draft is gone; of what was published a tombstone stays, and nobody may have signed up. */
export async function deleteEvent(tx: Tx, id: string, context: DraftContext): Promise<Acted> {
  const found = await lockFor(tx, id, 'event:edit', context);
  if (isRefused(found)) return found;
  if (isStale(context, found)) return refuseStale(tx, found, null, context.seen);
  const { now, templates, principal } = context;
  const removed = found.live
    ? await removeEvent(tx, id, { now, templates, organisation: principal.organisation, actor: null })
    : null;
  if (removed && !removed.ok)
    return refuse(removed.code === 'event-not-found' ? 'not-found' : removed.code, removed.errors);
  await tx.delete(eventDraft).where(eq(eventDraft.eventId, id));
  await tx.delete(eventVersion).where(eq(eventVersion.eventId, id));
  await recordOn(tx, context, id, { act: 'event-removed' });
  return {
    ok: true,
    outcome: 'done',
    ...(removed?.ok && { advance: { campaign: removed.event.campaign, rev: removed.event.rev } }),
  };
}
