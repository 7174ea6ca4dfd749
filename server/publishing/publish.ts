/**
 * Writing events. Each change locks its campaign's row first and takes the campaign's next revision in the same
 * transaction, so that revisions become visible in their order (docs/decisions/0004-sync-revisions.md).
 */
import type { CampaignId } from '../../domain/ids';
import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import type { PublishBody, SentEvent, WireEvent } from '../../domain/event/event';
import { findFeeWord } from '../../domain/text/fee';
import { decidePublication, type PublicationContext } from '../../domain/event/publication';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import type { Tx } from '../db/database';
import { event, programmeItem, type EventRow } from '../db/schema';
import type { FieldError, ProblemCode } from '../http/errors';
import { nextRevision } from '../campaigns/next-revision';
import { type Actor, recordAct } from '../audit/record';
import { covers } from '../../domain/region/region';
import type { Organisation } from '../../domain/permission';
import type { NotifyContext } from '../notices/notify';
import { endSignUps } from '../sign-ups/end';
import { isApprovalNeeded } from './approval';
import { isDraftOfAnother } from './draft-owner';
import { followUp } from './follow-up';
import { columnsOf, type Content } from './content';
import { lockCampaign } from './lock-campaign';
import { findServerFields } from './server-fields';
import { presentEvent } from '../events/present';

export type Outcome = 'created' | 'updated' | 'unchanged';

/** For whom it is published. */
export interface PublishContext extends NotifyContext {
  /** `null`: by the operator, whose token knows no bounds. */
  readonly organisation: Organisation | null;
  /** `null`: by the server itself, as it brings the sample in; that is no act. */
  readonly actor: Actor | null;
  /** Whether it has to be approved was decided before; otherwise it is asked here. */
  readonly approved?: true;
}

export type Written =
  | {
      readonly ok: true;
      readonly event: WireEvent;
      readonly outcome: Outcome;
      readonly overbooked?: number;
      /** People who were told that it is cancelled. */
      readonly told?: number;
      readonly warnings?: readonly FieldError[];
    }
  | { readonly ok: false; readonly code: ProblemCode; readonly errors?: readonly FieldError[] };

const refuse = (code: ProblemCode, errors?: readonly FieldError[]): Written => ({
  ok: false,
  code,
  ...(errors && { errors }),
});

const refuseOtherCampaign = (): Written => refuse('other-campaign', [{ path: 'campaign', code: 'other-campaign' }]);

async function findProgrammeItem(
  tx: Tx,
  campaignId: CampaignId,
  id: string,
): Promise<PublicationContext['programmeItem']> {
  const [row] = await tx
    .select({ content: programmeItem.content })
    .from(programmeItem)
    .where(and(eq(programmeItem.campaignId, campaignId), eq(programmeItem.id, id)));
  return row?.content ?? null;
}

async function findEvent(tx: Tx, id: string): Promise<EventRow | undefined> {
  const [row] = await tx.select().from(event).where(eq(event.id, id)).for('update');
  return row;
}

const EVENT_ACTS = { created: 'event-created', updated: 'event-changed' } as const;

async function record(
  tx: Tx,
  { now, actor }: Pick<PublishContext, 'now' | 'actor'>,
  { id, organisationId }: EventRow,
  act: Omit<Parameters<typeof recordAct>[3], 'object' | 'organisationId'>,
): Promise<void> {
  if (actor) await recordAct(tx, now, actor, { ...act, object: { kind: 'event', id }, organisationId });
}

/** Another organisation's event, and the operator's, are not there for an organisation that wants to change them. */
const isOthers = ({ organisation }: Pick<PublishContext, 'organisation'>, row: EventRow): boolean =>
  organisation !== null && row.organisationId !== organisation.id;

const changedFields = (old: EventRow, content: Content): string[] =>
  Object.entries(content).flatMap(([name, value]) =>
    isDeepStrictEqual(old[name as keyof Content], value) ? [] : [name],
  );

async function change(tx: Tx, now: number, old: EventRow, values: Partial<EventRow>): Promise<EventRow> {
  const rev = await nextRevision(tx, old.campaignId);
  const [row] = await tx
    .update(event)
    .set({ ...values, rev, changedAt: now })
    .where(eq(event.id, old.id))
    .returning();
  if (!row) throw new Error('the event is gone');
  return row;
}

/** Seats and an earlier end of sign-up wait for nobody. */
const URGENT: ReadonlySet<string> = new Set(['capacity', 'maxParty']);
const isUrgent = (name: string, old: EventRow, content: Content): boolean =>
  URGENT.has(name) || (name === 'closesAt' && (content.closesAt ?? Infinity) < (old.closesAt ?? -Infinity));

/** Whether a superior has to see it first; the console asks before and publishes what needs no approval. */
async function hasToWait(
  tx: Tx,
  content: Content,
  old: EventRow | undefined,
  { organisation, approved }: PublishContext,
): Promise<boolean> {
  if (!organisation || approved) return false;
  if (old && changedFields(old, content).every((name) => old.signUpForm !== null && isUrgent(name, old, content)))
    return false;
  return isApprovalNeeded(tx, organisation);
}

/**
 * Publishes under an id that the publisher chose. What a publisher cannot say stays: an event once cancelled remains
 * so, whatever else is corrected in it. An id that was removed may be used again.
 */
export async function publishEvent(
  tx: Tx,
  id: string,
  body: PublishBody | SentEvent,
  context: PublishContext,
): Promise<Written> {
  const { organisation } = context;
  if (organisation && !covers(organisation.region, body.region)) {
    return refuse('scope-not-covered', [{ path: 'region', code: 'scope-not-covered' }]);
  }
  const facts = {
    campaign: await lockCampaign(tx, body.campaign),
    programmeItem: await findProgrammeItem(tx, body.campaign, body.programmeId),
  };
  const decision = decidePublication(body, facts);
  if (!decision.ok) return refuse(decision.errors[0].code, decision.errors);
  const content = columnsOf(decision.publication);
  const old = await findEvent(tx, id);
  if (old && old.campaignId !== body.campaign) return refuseOtherCampaign();
  if (old && isOthers(context, old)) return refuse('event-not-found');
  const standing = old?.removed === true ? undefined : old;
  const differing = await findServerFields(tx, body, id, content, standing);
  if (differing.length > 0) return refuse('server-field', differing);
  if (await hasToWait(tx, content, standing, context)) return refuse('approval-required');
  const { warnings } = decision;
  const advice = warnings.length > 0 ? { warnings } : {};
  if (!old) {
    const rev = await nextRevision(tx, body.campaign);
    const organisationId = organisation?.id ?? null;
    if (await isDraftOfAnother(tx, id, organisationId)) return refuse('event-id-used');
    const values = { id, campaignId: body.campaign, organisationId, ...content, rev, changedAt: context.now };
    const [row] = await tx
      .insert(event)
      .values({ ...values, seenIn: [body.region] })
      .onConflictDoNothing()
      .returning();
    // Somebody used the id in another campaign at the same moment: that one's lock does not hold us up.
    if (!row) return refuseOtherCampaign();
    await record(tx, context, row, { act: EVENT_ACTS.created });
    return { ok: true, event: presentEvent(row), outcome: 'created', ...advice };
  }
  const seenIn = [...new Set([...old.seenIn, body.region])];
  if (old.removed) {
    const fresh = { status: 'scheduled', cancelReason: null, suspended: false, removed: false } as const;
    const again = await change(tx, context.now, old, { ...content, ...fresh, seenIn });
    await record(tx, context, again, { act: EVENT_ACTS.created });
    return { ok: true, event: presentEvent(again), outcome: 'created', ...advice };
  }
  const fields = changedFields(old, content);
  if (fields.length === 0) return { ok: true, event: presentEvent(old), outcome: 'unchanged', ...advice };
  const changed = await change(tx, context.now, old, { ...content, seenIn });
  const { overbooked: beyond } = await followUp(tx, old, changed, context);
  await record(tx, context, changed, { act: EVENT_ACTS.updated, fields });
  const over = beyond > 0 ? { overbooked: beyond } : {};
  return { ok: true, event: presentEvent(changed), outcome: 'updated', ...over, ...advice };
}

type Found = { readonly ok: true; readonly row: EventRow } | Extract<Written, { ok: false }>;

/** The event, with its campaign locked before it, in the order that publishing takes the two. */
async function lockEvent(tx: Tx, id: string, context: Pick<PublishContext, 'organisation'>): Promise<Found> {
  const missing = { ok: false, code: 'event-not-found' } as const;
  const [place] = await tx.select({ campaignId: event.campaignId }).from(event).where(eq(event.id, id));
  if (!place) return missing;
  const locked = await lockCampaign(tx, place.campaignId);
  const row = await findEvent(tx, id);
  if (!row || row.removed || isOthers(context, row)) return missing;
  return locked?.state === 'open' ? { ok: true, row } : { ok: false, code: 'campaign-closed' };
}

/** Cancels: the event stays, marked, with the reason. */
export async function cancelEvent(tx: Tx, id: string, reason: string, context: PublishContext): Promise<Written> {
  const found = await lockEvent(tx, id, context);
  if (!found.ok) return found;
  if (findFeeWord(reason) !== null) return refuse('fee-not-allowed', [{ path: 'reason', code: 'fee-not-allowed' }]);
  const { row } = found;
  if (row.status === 'cancelled' && row.cancelReason === reason) {
    return { ok: true, event: presentEvent(row), outcome: 'unchanged', told: 0 };
  }
  const changed = await change(tx, context.now, row, { status: 'cancelled', cancelReason: reason });
  const { told } = await followUp(tx, row, changed, context);
  await record(tx, context, changed, { act: 'event-cancelled', reason });
  return { ok: true, event: presentEvent(changed), outcome: 'updated', told };
}

/** Removes: only a tombstone stays. Refused while anybody holds or awaits a seat; such an event can be cancelled. */
export async function removeEvent(tx: Tx, id: string, context: PublishContext): Promise<Written> {
  const { now } = context;
  const found = await lockEvent(tx, id, context);
  if (!found.ok) return found;
  const { taken, waiting, startsAt } = found.row;
  const awaited = statusAt('waitlisted', startsAt, now) === 'waitlisted' ? waiting : 0;
  if (taken + awaited > 0) return refuse('has-sign-ups');
  if (waiting > 0) await endSignUps(tx, id, 'expired', now);
  const changed = await change(tx, now, found.row, { removed: true });
  await record(tx, context, changed, { act: 'event-removed' });
  return { ok: true, event: presentEvent(changed), outcome: 'updated' };
}
