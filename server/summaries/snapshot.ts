/** What a submission freezes, made from what is there in its transaction (F3). */
import type { CampaignId } from '../../domain/ids';
import {
  type FieldDifference,
  fieldDifferences,
  figuresToJson,
  freeze,
  type Json,
} from '../../domain/summary/snapshot';
import { rollUp } from '../../domain/summary/roll-up';
import type { SummaryBody } from '../../domain/summary/summary-body';
import { SnapshotSchema } from '../../domain/summary/summary-answer';
import { formatInstant } from '../../domain/time/time';
import * as v from 'valibot';
import type { Tx } from '../db/database';
import { type FigureRows, readFigures } from '../figures/read-figures';
import type { BelowRow } from './below';
import { type Owner, sha256 } from './store';

export interface NewVersion {
  readonly campaignId: CampaignId;
  readonly owner: Owner;
  readonly version: number;
  readonly now: number;
  readonly late: boolean;
  readonly body: SummaryBody;
  readonly below: readonly BelowRow[];
}

/** Paragraphs under which nothing was planned say nothing. */
const withEvents = ({ total, rows }: FigureRows): FigureRows => ({
  total,
  rows: rows.filter(({ planned }) => planned > 0),
});

export async function makeVersion(tx: Tx, input: NewVersion): Promise<{ text: string; hash: string }> {
  const { campaignId, owner, version, now, late, body, below } = input;
  const scope = { organisation: owner, campaignId, asOf: now };
  const { total, rows } = withEvents(await readFigures(tx, scope, 'paragraph'));
  const contains = rollUp(body.hand, below).contains.map(({ organisation, name, version: of, hash }) => ({
    ...{ organisation, name, version: of, hash },
  }));
  const { id, name, region } = owner;
  return freeze(
    {
      ...{ campaign: campaignId, organisation: { id, name, region }, version, submittedAt: formatInstant(now), late },
      ...{ figures: { total, paragraphs: rows }, body, contains },
    },
    sha256,
  );
}

export type Snapshot = v.InferOutput<typeof SnapshotSchema>;
export const readSnapshot = (text: string): Snapshot => v.parse(SnapshotSchema, JSON.parse(text));

const keyed = <T>(list: readonly T[], keyOf: (item: T) => string, toJson: (item: T) => Json): Json =>
  Object.fromEntries(list.map((item) => [keyOf(item), toJson(item)]));

/** Lists by their keys, so that one that is added in the middle is one difference. */
function comparable({ figures, body, contains, late }: Snapshot): Json {
  return {
    ...{ figures: comparableFigures(figures.total, figures.paragraphs), late },
    body: { texts: { ...body.texts }, hand: { ...body.hand }, cases: body.cases.map((each) => ({ ...each })) },
    contains: keyed(
      contains,
      ({ organisation }) => organisation,
      (each) => ({ ...each }),
    ),
  };
}

const comparableFigures = (total: FigureRows['total'], paragraphs: FigureRows['rows']): Json => ({
  total: figuresToJson(total),
  paragraphs: keyed(paragraphs, ({ key }) => key, figuresToJson),
});

export const versionDifferences = (before: Snapshot, after: Snapshot): readonly FieldDifference[] =>
  fieldDifferences(comparable(before), comparable(after));

/** What the figures have become since a version was frozen. */
export function figuresSince({ figures }: Snapshot, now: FigureRows): readonly FieldDifference[] {
  const { total, rows } = withEvents(now);
  return fieldDifferences(
    comparableFigures(figures.total, figures.paragraphs),
    comparableFigures(total, rows),
    'figures',
  );
}
