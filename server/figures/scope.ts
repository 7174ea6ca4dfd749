/** Whose figures, of what, as of when. */
import { sql, type SQL } from 'drizzle-orm';
import type { CampaignId } from '../../domain/ids';
import type { Organisation } from '../../domain/permission';
import { rangeOf } from '../../domain/region/region';

export interface FigureScope {
  /** Whose figures: its own events and those of all organisations below. */
  readonly organisation: Organisation;
  readonly campaignId: CampaignId;
  /** Epoch ms. */
  readonly asOf: number;
}

/** Whether organisation `o` is the scope's own or below it, as `relationOf` decides. */
export function isOwnOrBelow({ organisation: { id, region } }: Pick<FigureScope, 'organisation'>): SQL {
  const { from, to } = rangeOf(region);
  return sql`(o.id = ${id}::uuid or (o.region between ${from} and ${to} and o.region <> ${region}))`;
}
