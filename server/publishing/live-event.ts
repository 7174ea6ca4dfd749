/** Acts on what citizens see already: cancelling (E5), and a superior's suspending and resuming. */
import { eq } from 'drizzle-orm';
import type { Tx } from '../db/database';
import { event } from '../db/schema';
import { nextRevision } from '../campaigns/next-revision';
import { notify } from '../notices/notify';
import { lockedOf } from '../sign-ups/event-lock';
import { promote } from '../sign-ups/promote';
import { type Acted, type DraftContext, isRefused, isStale, lockFor, recordOn, refuse } from './draft-act';
import { bodyOf, writeDraft } from './draft-row';
import { lockCampaign } from './lock-campaign';
import { cancelEvent } from './publish';

/** Never waits for anybody's approval. A change that waits is withdrawn with it. */
export async function cancelPublished(tx: Tx, id: string, reason: string, context: DraftContext): Promise<Acted> {
  const work = await lockFor(tx, id, 'event:edit', context);
  if (isRefused(work)) return work;
  if (!work.live) return refuse('not-published');
  if (isStale(context, work)) return refuse('event-changed', undefined, { rev: work.rev, fields: [] });
  const { now, templates, principal } = context;
  const written = await cancelEvent(tx, id, reason, {
    ...{ now, templates, actor: null },
    organisation: principal.organisation,
  });
  if (!written.ok) return refuse(written.code === 'event-not-found' ? 'not-found' : written.code, written.errors);
  if (written.outcome === 'unchanged') return { ok: true, outcome: 'unchanged', told: 0 };
  if (work.state === 'submitted') await writeDraft(tx, work, { body: bodyOf(work), state: 'withdrawn' }, now);
  await recordOn(tx, context, id, { act: 'event-cancelled', reason });
  return {
    ok: true,
    outcome: 'done',
    told: written.told ?? 0,
    advance: { campaign: written.event.campaign, rev: written.event.rev },
  };
}

/** Asked for what is so already, it changes nothing. Sign-ups are kept. */
export async function setSuspended(
  tx: Tx,
  id: string,
  suspended: boolean,
  reason: string | null,
  context: DraftContext,
): Promise<Acted> {
  const work = await lockFor(tx, id, 'event:approve', context);
  if (isRefused(work)) return work;
  if (!work.live) return refuse('not-published');
  if (isStale(context, work)) return refuse('event-changed', undefined, { rev: work.rev, fields: [] });
  if (work.live.suspended === suspended) return { ok: true, outcome: 'unchanged' };
  const locked = await lockCampaign(tx, work.campaignId);
  if (locked?.state !== 'open') return refuse('campaign-closed');
  const rev = await nextRevision(tx, work.campaignId);
  const [row] = await tx
    .update(event)
    .set({ suspended, rev, changedAt: context.now })
    .where(eq(event.id, id))
    .returning();
  if (!row) return refuse('not-published');
  // Seats that became free meanwhile wait for the suspension's end; the privacy text plays no part in a promotion.
  if (!suspended && row.waiting > 0) {
    const { notices } = await promote(tx, lockedOf(row, null), context.now);
    await notify(tx, notices, context);
  }
  await recordOn(tx, context, id, {
    act: suspended ? 'event-suspended' : 'event-resumed',
    ...(reason !== null && { reason }),
  });
  return { ok: true, outcome: 'done', advance: { campaign: work.campaignId, rev } };
}
