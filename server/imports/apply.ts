/** Makes drafts of what was checked (E4): bound to the file and to the versions that the check compared with. */
import type { CampaignId } from '../../domain/ids';
import { and, eq } from 'drizzle-orm';
import { type DraftBody, draftOf, toDraftBody } from '../../domain/event/draft';
import { decideDraftAct } from '../../domain/event/draft-state';
import { decideApply } from '../../domain/event-import/decide-apply';
import type { ImportChange } from '../../domain/event-import/import-types';
import { recordAct } from '../audit/record';
import type { Tx } from '../db/database';
import { eventDraft, eventImport } from '../db/draft-schema';
import { event } from '../db/schema';
import { type DraftContext, holdsRight, refuse, type Refused } from '../publishing/draft-act';
import { isDraftOfAnother } from '../publishing/draft-owner';
import { keepVersion, type Work, writeDraft } from '../publishing/draft-row';
import { lockCampaign } from '../publishing/lock-campaign';
import { readOwner, readWorks } from './facts';

export type Applied =
  { readonly ok: true; readonly created: number; readonly changed: number; readonly unchanged: number } | Refused;

interface Target {
  readonly owner: Work['organisation'];
  readonly works: ReadonlyMap<string, Work>;
  readonly now: number;
}

async function isIdFree(tx: Tx, id: string, campaignId: CampaignId, ownerId: string): Promise<boolean> {
  const [row] = await tx.select().from(event).where(eq(event.id, id));
  if (row && (!row.removed || row.campaignId !== campaignId || row.organisationId !== ownerId)) return false;
  return !(await isDraftOfAnother(tx, id, ownerId));
}

async function write(tx: Tx, { id, body }: ImportChange, { owner, works, now }: Target): Promise<Refused | null> {
  const draftBody: DraftBody = toDraftBody(draftOf(body));
  const work = works.get(id);
  if (!work) {
    if (!(await isIdFree(tx, id, body.campaign, owner.id))) return refuse('event-id-used');
    const [left = null] = await tx.select().from(eventDraft).where(eq(eventDraft.eventId, id));
    const place = { id, organisation: owner, campaignId: body.campaign, draft: left };
    const isWritten = await writeDraft(tx, place, { body: draftBody, state: 'draft', reason: null, cleared: [] }, now);
    return isWritten ? null : refuse('event-id-used');
  }
  const decision = decideDraftAct(work.state, 'edit');
  if (!decision.ok) return refuse(decision.code);
  await keepVersion(tx, work);
  await writeDraft(tx, work, { body: draftBody, state: decision.state }, now);
  return null;
}

/** All or nothing: a refusal takes back whatever was written before it. */
export class RefusedImport extends Error {
  constructor(readonly refused: Refused) {
    super(refused.code);
  }
}

export async function applyImport(tx: Tx, id: string, onlyGood: boolean, context: DraftContext): Promise<Applied> {
  const { principal, actor, now } = context;
  if (!(await holdsRight(tx, principal, 'event:edit'))) return refuse('not-found');
  const owner = await readOwner(tx, principal.organisation.id);
  const isOwn = and(eq(eventImport.id, id), eq(eventImport.organisationId, principal.organisation.id));
  const [found] = await tx.select().from(eventImport).where(isOwn).for('update');
  if (!owner || !found) return refuse('not-found');
  if (found.appliedAt !== null) return refuse('import-applied');
  const locked = await lockCampaign(tx, found.campaignId);
  if (locked?.state !== 'open') return refuse('campaign-closed');
  const works = new Map((await readWorks(tx, owner, found.campaignId)).map((work) => [work.id, work]));
  const revs = new Map([...works].map(([key, { rev }]) => [key, rev]));
  const { check } = found;
  const decision = decideApply(check, { sha256: check.sha256, revs, onlyGood });
  if (!decision.ok) {
    return refuse(decision.code, undefined, 'ids' in decision ? { ids: decision.ids } : undefined);
  }
  for (const change of decision.writes) {
    const refused = await write(tx, change, { owner, works, now });
    if (refused) throw new RefusedImport({ ...refused, more: { row: change.row } });
  }
  await tx.update(eventImport).set({ appliedAt: now }).where(isOwn);
  const count = (outcome: ImportChange['outcome']): number =>
    check.changes.filter((change) => change.outcome === outcome).length;
  await recordAct(tx, now, actor, {
    act: 'events-imported',
    object: { kind: 'import', id },
    organisationId: principal.organisation.id,
  });
  return { ok: true, created: count('new'), changed: count('changed'), unchanged: count('unchanged') };
}
