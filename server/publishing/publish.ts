/**
 * Writing events. Each change locks its campaign's row first and takes the campaign's next revision in the same
 * transaction, so that revisions become visible in their order (docs/decisions/0004-sync-revisions.md).
 */
import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import type { PublishBody, QualityEvent, SentEvent } from '../../domain/event/event';
import { findFeeWord } from '../../domain/text/fee';
import { decidePublication, type Publication, type PublicationContext } from '../../domain/event/publication';
import { statusAt } from '../../domain/sign-up/sign-up-status';
import type { Tx } from '../db/database';
import { campaign, event, programmeItem, type EventRow } from '../db/schema';
import type { FieldError, ProblemCode } from '../http/errors';
import { nextRevision } from '../campaigns/next-revision';
import type { NotifyContext } from '../notices/notify';
import { endSignUps } from '../sign-ups/end';
import { followUp } from './follow-up';
import type { Content } from './content';
import { findServerFields } from './server-fields';
import { presentEvent } from '../events/present';

export type Outcome = 'created' | 'updated' | 'unchanged';

export type Written =
  | {
      readonly ok: true;
      readonly event: QualityEvent;
      readonly outcome: Outcome;
      readonly overbooked?: number;
      readonly warnings?: readonly FieldError[];
    }
  | { readonly ok: false; readonly code: ProblemCode; readonly errors?: readonly FieldError[] };

const refuse = (code: ProblemCode, errors?: readonly FieldError[]): Written => ({
  ok: false,
  code,
  ...(errors && { errors }),
});

const refuseOtherCampaign = (): Written => refuse('other-campaign', [{ path: 'campaign', code: 'other-campaign' }]);

type LockedCampaign = NonNullable<PublicationContext['campaign']>;

async function lockCampaign(tx: Tx, id: string): Promise<LockedCampaign | null> {
  const [row] = await tx
    .select({ state: campaign.state, sample: campaign.sample })
    .from(campaign)
    .where(eq(campaign.id, id))
    .for('no key update');
  return row ? { state: row.state, ...(row.sample && { sample: true }) } : null;
}

async function findProgrammeItem(tx: Tx, campaignId: string, id: string): Promise<PublicationContext['programmeItem']> {
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

function columnsOf(publication: Publication): Content {
  const { programmeId, region, kind, title, summary, organiser, venue, audiences, startsAt, endsAt, signUp, sample } =
    publication;
  return {
    ...{ programmeId, region, kind, title, summary, organiser, venue, audiences, startsAt, endsAt, sample },
    suits: publication.suits ?? null,
    bring: publication.bring ?? null,
    meetAt: publication.meetAt ?? null,
    signUpForm: signUp?.form ?? null,
    opensAt: signUp?.opensAt ?? null,
    closesAt: signUp?.closesAt ?? null,
    capacity: signUp?.capacity ?? null,
    maxParty: signUp?.maxParty ?? null,
  };
}

function isUnchanged(old: EventRow, content: Content): boolean {
  return Object.entries(content).every(([name, value]) => isDeepStrictEqual(old[name as keyof Content], value));
}

async function change(tx: Tx, old: EventRow, values: Partial<EventRow>): Promise<EventRow> {
  const rev = await nextRevision(tx, old.campaignId);
  const [row] = await tx
    .update(event)
    .set({ ...values, rev })
    .where(eq(event.id, old.id))
    .returning();
  if (!row) throw new Error('the event is gone');
  return row;
}

/**
 * Publishes under an id that the publisher chose. What a publisher cannot say stays: an event once cancelled remains
 * so, whatever else is corrected in it. An id that was removed may be used again.
 */
export async function publishEvent(
  tx: Tx,
  id: string,
  body: PublishBody | SentEvent,
  context: NotifyContext,
): Promise<Written> {
  const facts = {
    campaign: await lockCampaign(tx, body.campaign),
    programmeItem: await findProgrammeItem(tx, body.campaign, body.programmeId),
  };
  const decision = decidePublication(body, facts);
  if (!decision.ok) return refuse(decision.errors[0].code, decision.errors);
  const content = columnsOf(decision.publication);
  const old = await findEvent(tx, id);
  if (old && old.campaignId !== body.campaign) return refuseOtherCampaign();
  const standing = old?.removed === true ? undefined : old;
  const differing = await findServerFields(tx, body, id, content, standing);
  if (differing.length > 0) return refuse('server-field', differing);
  const { warnings } = decision;
  const advice = warnings.length > 0 ? { warnings } : {};
  if (!old) {
    const rev = await nextRevision(tx, body.campaign);
    const values = { id, campaignId: body.campaign, ...content, rev, seenIn: [body.region] };
    const [row] = await tx.insert(event).values(values).onConflictDoNothing().returning();
    // Somebody used the id in another campaign at the same moment: that one's lock does not hold us up.
    if (!row) return refuseOtherCampaign();
    return { ok: true, event: presentEvent(row), outcome: 'created', ...advice };
  }
  const seenIn = [...new Set([...old.seenIn, body.region])];
  if (old.removed) {
    const fresh = { status: 'scheduled', cancelReason: null, removed: false } as const;
    return {
      ok: true,
      event: presentEvent(await change(tx, old, { ...content, ...fresh, seenIn })),
      outcome: 'created',
      ...advice,
    };
  }
  if (isUnchanged(old, content)) return { ok: true, event: presentEvent(old), outcome: 'unchanged', ...advice };
  const changed = await change(tx, old, { ...content, seenIn });
  const beyond = await followUp(tx, old, changed, context);
  const over = beyond > 0 ? { overbooked: beyond } : {};
  return { ok: true, event: presentEvent(changed), outcome: 'updated', ...over, ...advice };
}

type Found = { readonly ok: true; readonly row: EventRow } | Extract<Written, { ok: false }>;

/** The event, with its campaign locked before it, in the order that publishing takes the two. */
async function lockEvent(tx: Tx, id: string): Promise<Found> {
  const missing = { ok: false, code: 'event-not-found' } as const;
  const [place] = await tx.select({ campaignId: event.campaignId }).from(event).where(eq(event.id, id));
  if (!place) return missing;
  const locked = await lockCampaign(tx, place.campaignId);
  const row = await findEvent(tx, id);
  if (!row || row.removed) return missing;
  return locked?.state === 'open' ? { ok: true, row } : { ok: false, code: 'campaign-closed' };
}

/** Cancels: the event stays, marked, with the reason. */
export async function cancelEvent(tx: Tx, id: string, reason: string, context: NotifyContext): Promise<Written> {
  const found = await lockEvent(tx, id);
  if (!found.ok) return found;
  if (findFeeWord(reason) !== null) return refuse('fee-not-allowed', [{ path: 'reason', code: 'fee-not-allowed' }]);
  const { row } = found;
  if (row.status === 'cancelled' && row.cancelReason === reason) {
    return { ok: true, event: presentEvent(row), outcome: 'unchanged' };
  }
  const changed = await change(tx, row, { status: 'cancelled', cancelReason: reason });
  await followUp(tx, row, changed, context);
  return { ok: true, event: presentEvent(changed), outcome: 'updated' };
}

/** Removes: only a tombstone stays. Refused while anybody holds or awaits a seat; such an event can be cancelled. */
export async function removeEvent(tx: Tx, id: string, now: number): Promise<Written> {
  const found = await lockEvent(tx, id);
  if (!found.ok) return found;
  const { taken, waiting, startsAt } = found.row;
  const awaited = statusAt('waitlisted', startsAt, now) === 'waitlisted' ? waiting : 0;
  if (taken + awaited > 0) return refuse('has-sign-ups');
  if (waiting > 0) await endSignUps(tx, id, 'expired');
  const changed = await change(tx, found.row, { removed: true });
  return { ok: true, event: presentEvent(changed), outcome: 'updated' };
}
