/** What an organisation does with its own summary: writing, submitting, withdrawing (F2, F3). */
import type { CampaignId } from '../../domain/ids';
import { isLate } from '../../domain/summary/deadline';
import type { SummaryBody } from '../../domain/summary/summary-body';
import { decideSummary, type SummaryAct } from '../../domain/summary/summary-state';
import type { SummaryDeadline } from '../../domain/campaign/campaign';
import type { Member } from '../access/principal';
import { stillMay } from '../access/still-may';
import { type Actor, recordAct } from '../audit/record';
import type { Encryptor } from '../crypto/encryptor';
import type { Tx } from '../db/database';
import { summaryVersion } from '../db/summary-schema';
import type { FieldError, ProblemCode } from '../http/errors';
import { listBelow } from './below';
import { findStray } from './check-body';
import { makeVersion } from './snapshot';
import { findOwner, findVersion, lockSummary, type Owner, type StoredRow, writeSummary } from './store';

export interface ActContext {
  readonly member: Member;
  readonly actor: Actor;
  readonly campaignId: CampaignId;
  readonly deadline: SummaryDeadline | undefined;
  readonly now: number;
  /** The edits that were seen; `null`: it was not said. */
  readonly seen: number | null;
  readonly encryptor: Encryptor;
}

export type Acted =
  { readonly ok: true } | { readonly ok: false; readonly code: ProblemCode; readonly errors?: readonly FieldError[] };

export const refuse = (code: ProblemCode, errors?: readonly FieldError[]): Extract<Acted, { ok: false }> => ({
  ...{ ok: false, code },
  ...(errors && { errors }),
});
const DONE: Acted = { ok: true };

interface Held {
  readonly owner: Owner;
  readonly stored: StoredRow;
  /** Its last version's. */
  readonly hash: string | null;
}

/** Its owner and its row under lock; `null`: no right any more. */
async function hold(tx: Tx, { member, campaignId, now }: ActContext): Promise<Held | null> {
  if (!(await stillMay(tx, member, 'summary:write'))) return null;
  const owner = await findOwner(tx, member.organisation.id);
  if (!owner) return null;
  const key = { organisationId: owner.id, campaignId };
  const stored = await lockSummary(tx, key, now);
  const last = await findVersion(tx, key, stored.version);
  return { owner, stored, hash: last?.hash ?? null };
}

async function record(tx: Tx, context: ActContext, act: 'summary-changed' | 'summary-submitted' | 'summary-withdrawn') {
  const { member, actor, campaignId, now } = context;
  await recordAct(tx, now, actor, {
    ...{ act, object: { kind: 'summary', id: campaignId } },
    organisationId: member.organisation.id,
  });
}

/** Runs an act on the version that was seen; `change` says what becomes of it. */
async function act(
  tx: Tx,
  context: ActContext,
  what: Extract<SummaryAct, { act: 'write' | 'submit' | 'withdraw' }>,
  change: (held: Held, version: number) => Promise<Acted & { readonly body?: SummaryBody }>,
): Promise<Acted> {
  const held = await hold(tx, context);
  if (!held) return refuse('not-found');
  const { stored, hash, owner } = held;
  const decision = decideSummary({ ...stored, hash }, what);
  if (!decision.ok) return refuse(decision.code);
  if (context.seen !== null && context.seen !== stored.edits) return refuse('summary-changed');
  const changed = await change(held, decision.version);
  if (!changed.ok) return changed;
  const { state, version } = decision;
  const key = { organisationId: owner.id, campaignId: context.campaignId };
  await writeSummary(tx, key, stored, { state, version, ...(changed.body && { body: changed.body }) }, context.now);
  return DONE;
}

/** Saves what was written, whole. */
export async function saveSummary(tx: Tx, body: SummaryBody, context: ActContext): Promise<Acted> {
  if (context.seen === null) return refuse('if-match-required');
  const saved = await act(tx, context, { act: 'write' }, async ({ owner }) => {
    const stray = await findStray(tx, owner, context.campaignId, body);
    return stray.length > 0 ? refuse('invalid-input', stray) : { ok: true, body };
  });
  if (saved.ok) await record(tx, context, 'summary-changed');
  return saved;
}

/** Freezes a version of what is there. */
export async function submitSummary(tx: Tx, context: ActContext): Promise<Acted> {
  const { campaignId, deadline, now, encryptor } = context;
  const submitted = await act(tx, context, { act: 'submit' }, async ({ owner, stored }, version) => {
    const below = await listBelow(tx, owner, { campaignId }, encryptor);
    const late = deadline !== undefined && isLate(now, deadline.dueOn);
    const { body } = stored;
    const frozen = await makeVersion(tx, { campaignId, owner, version, now, late, body, below });
    const row = { organisationId: owner.id, campaignId, version, submittedAt: now, late };
    await tx.insert(summaryVersion).values({ ...row, ...frozen });
    return DONE;
  });
  if (submitted.ok) await record(tx, context, 'summary-submitted');
  return submitted;
}

export async function withdrawSummary(tx: Tx, context: ActContext): Promise<Acted> {
  const withdrawn = await act(tx, context, { act: 'withdraw' }, () => Promise.resolve(DONE));
  if (withdrawn.ok) await record(tx, context, 'summary-withdrawn');
  return withdrawn;
}
