/** What a superior does with a summary below: accepting, returning, noting that it came on paper (F3, F5). */
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../domain/organisation/audit';
import { can, relationOf } from '../../domain/permission';
import { decideReceived, decideSummary, type SummaryAct } from '../../domain/summary/summary-state';
import { dayOf } from '../../domain/time/time';
import { stillMay } from '../access/still-may';
import { recordAct } from '../audit/record';
import type { Tx } from '../db/database';
import { summaryReceived } from '../db/summary-schema';
import { type Acted, type ActContext, refuse } from './acts';
import { placeOfReceived } from './below';
import { findOwner, findVersion, lockSummary, type Owner, type StoredRow, writeSummary } from './store';

interface Held {
  readonly owner: Owner;
  readonly stored: StoredRow;
}

/** The one below, its row under lock; `null`: not there, or not below, or no right any more. */
async function holdBelow(tx: Tx, below: string, { member, campaignId, now }: ActContext): Promise<Held | null> {
  if (!(await stillMay(tx, member, 'summary:decide'))) return null;
  const owner = await findOwner(tx, below);
  if (!owner || relationOf(member.organisation, owner) !== 'superior') return null;
  if (!can(member, 'summary:decide', { kind: 'organisation', organisation: owner })) return null;
  return { owner, stored: await lockSummary(tx, { organisationId: owner.id, campaignId }, now) };
}

/** In the logs of both. */
async function record(tx: Tx, { member, actor, campaignId, now }: ActContext, owner: Owner, act: Act, reason?: string) {
  for (const organisationId of [owner.id, member.organisation.id]) {
    const object = { kind: 'summary', id: `${campaignId} ${owner.id}` } as const;
    await recordAct(tx, now, actor, { act, object, organisationId, ...(reason !== undefined && { reason }) });
  }
}

async function decide(
  tx: Tx,
  below: string,
  what: Extract<SummaryAct, { act: 'accept' | 'return' }>,
  context: ActContext,
  reason: string | null,
): Promise<Acted> {
  const held = await holdBelow(tx, below, context);
  if (!held) return refuse('not-found');
  const { owner, stored } = held;
  const key = { organisationId: owner.id, campaignId: context.campaignId };
  const last = await findVersion(tx, key, stored.version);
  const decision = decideSummary({ ...stored, hash: last?.hash ?? null }, what);
  if (!decision.ok) return refuse(decision.code);
  if (decision.state === stored.state) return { ok: true };
  await writeSummary(tx, key, stored, { state: decision.state, reason }, context.now);
  const act = what.act === 'accept' ? 'summary-accepted' : 'summary-returned';
  await record(tx, context, owner, act, reason ?? undefined);
  return { ok: true };
}

export const acceptSummary = (
  tx: Tx,
  below: string,
  { version, hash }: { readonly version: number; readonly hash: string },
  context: ActContext,
): Promise<Acted> => decide(tx, below, { act: 'accept', version, hash }, context, null);

export const returnSummary = (
  tx: Tx,
  below: string,
  { version, reason }: { readonly version: number; readonly reason: string },
  context: ActContext,
): Promise<Acted> => decide(tx, below, { act: 'return', version }, context, reason);

/** The name of the person who took it is encrypted at rest. */
export async function receiveSummary(
  tx: Tx,
  below: string,
  { on, who }: { readonly on: string; readonly who: string },
  context: ActContext,
): Promise<Acted> {
  const held = await holdBelow(tx, below, context);
  if (!held) return refuse('not-found');
  const { owner, stored } = held;
  const { campaignId, now, encryptor } = context;
  const decision = decideReceived(stored.edits === 0 ? null : stored.state, on, dayOf(now));
  if (!decision.ok) {
    const errors = decision.code === 'in-future' ? [{ path: 'on', code: 'in-future' }] : undefined;
    return refuse(decision.code, errors);
  }
  const noted = { receivedOn: on, notedAt: now, ...encryptor.encrypt(who, placeOfReceived(owner.id, campaignId)) };
  await tx
    .insert(summaryReceived)
    .values({ organisationId: owner.id, campaignId, ...noted })
    .onConflictDoUpdate({ target: [summaryReceived.organisationId, summaryReceived.campaignId], set: noted });
  await record(tx, context, owner, 'summary-received');
  return { ok: true };
}

/** Nothing was noted: nothing changes. */
export async function unreceiveSummary(tx: Tx, below: string, context: ActContext): Promise<Acted> {
  const held = await holdBelow(tx, below, context);
  if (!held) return refuse('not-found');
  const gone = await tx
    .delete(summaryReceived)
    .where(and(eq(summaryReceived.organisationId, held.owner.id), eq(summaryReceived.campaignId, context.campaignId)))
    .returning({ campaignId: summaryReceived.campaignId });
  if (gone.length > 0) await record(tx, context, held.owner, 'summary-unreceived');
  return { ok: true };
}
