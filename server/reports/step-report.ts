/** Moves a report on: forward only, said to the person who reported, and audited. */
import { eq, type SQL } from 'drizzle-orm';
import { decideReportStep, type ReportState } from '../../domain/report-fee/report';
import { type Actor, recordAct } from '../audit/record';
import type { Tx } from '../db/database';
import { report } from '../db/report-schema';

export type Stepped =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'not-found' | 'report-handled' | 'report-step' | 'words-required' };

interface StepContext {
  readonly now: number;
  readonly actor: Actor;
  /** Whose log shows it; `null`: the operator's. */
  readonly organisationId: string | null;
}

/** `which`: the report, among those of the actor. */
export async function stepReport(
  tx: Tx,
  which: SQL | undefined,
  next: { readonly state: ReportState; readonly words: string },
  { now, actor, organisationId }: StepContext,
): Promise<Stepped> {
  const [stored] = await tx.select().from(report).where(which).for('update');
  if (!stored) return { ok: false, code: 'not-found' };
  const decision = decideReportStep(stored, next);
  if (!decision.ok || !decision.changed) return decision.ok ? { ok: true } : decision;
  const { state, words } = next;
  await tx.update(report).set({ state, words, changedAt: now }).where(eq(report.id, stored.id));
  await recordAct(tx, now, actor, {
    ...{ act: 'report-changed', object: { kind: 'report', id: stored.id }, organisationId },
    fields: [...(stored.state === state ? [] : ['state']), ...(stored.words === words ? [] : ['words'])],
  });
  return { ok: true };
}
