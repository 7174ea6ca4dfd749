/** An event as citizens would see it, before they do (E6). */
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { DraftBody } from '../../domain/event/draft';
import { type WireEventAnswer, PublishBodySchema } from '../../domain/event/event';
import { decidePublication } from '../../domain/event/publication';
import { findingOf } from '../../domain/problem/field-error';
import type { Db, Tx } from '../db/database';
import { campaign, programmeItem } from '../db/schema';
import { documentTitle } from '../events/basis';
import { presentEventAlone } from '../events/present';
import type { FieldError } from '../http/errors';
import { asNewRow, columnsOf } from './content';

export interface Preview {
  /** `null`: something that is missing or wrong keeps it from being shown. */
  readonly event: WireEventAnswer | null;
  /** What keeps it from being published. */
  readonly findings: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

export async function presentPreview(db: Db | Tx, id: string, body: DraftBody): Promise<Preview> {
  const parsed = v.safeParse(PublishBodySchema, body);
  if (!parsed.success) return { event: null, findings: parsed.issues.map(findingOf), warnings: [] };
  const [found] = await db
    .select({ state: campaign.state, sample: campaign.sample, item: programmeItem.content, title: documentTitle })
    .from(campaign)
    .leftJoin(
      programmeItem,
      and(eq(programmeItem.campaignId, campaign.id), eq(programmeItem.id, parsed.output.programmeId)),
    )
    .where(eq(campaign.id, body.campaign));
  const decision = decidePublication(parsed.output, {
    campaign: found ? { state: found.state, ...(found.sample && { sample: true }) } : null,
    programmeItem: found?.item ?? null,
  });
  if (!decision.ok) return { event: null, findings: decision.errors, warnings: [] };
  const row = asNewRow(id, body.campaign, columnsOf(decision.publication));
  const item = found?.item;
  return {
    event: item ? presentEventAlone(row, item, found.title) : null,
    findings: [],
    warnings: decision.warnings,
  };
}
