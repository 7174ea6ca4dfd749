/** The organisations below, with what each handed in (F5). */
import { and, asc, countDistinct, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Organisation } from '../../domain/permission';
import { rangeOf } from '../../domain/region/region';
import type { Below } from '../../domain/summary/roll-up';
import { SummaryBodySchema } from '../../domain/summary/summary-body';
import type { Encryptor } from '../crypto/encryptor';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { membership } from '../db/staff-schema';
import { summary, summaryReceived } from '../db/summary-schema';
import { mapInSteps } from '../http/in-steps';
import { listAllVersions, type VersionRow } from './store';

export interface BelowRow extends Below {
  readonly row: VersionRow | null;
  readonly reason: string | null;
}

export const placeOfReceived = (organisationId: string, campaignId: string): string =>
  `summary-received:${organisationId}:${campaignId}`;

/** Every active organisation below, or one of them; in the order of their regions. */
export async function listBelow(
  db: Db | Tx,
  acting: Organisation,
  { campaignId, only }: { readonly campaignId: string; readonly only?: string },
  encryptor: Encryptor,
): Promise<BelowRow[]> {
  const { from, to } = rangeOf(acting.region);
  const rows = await db
    .select({ organisation, summary, received: summaryReceived, members: countDistinct(membership.memberId) })
    .from(organisation)
    .leftJoin(summary, and(eq(summary.organisationId, organisation.id), eq(summary.campaignId, campaignId)))
    .leftJoin(
      summaryReceived,
      and(eq(summaryReceived.organisationId, organisation.id), eq(summaryReceived.campaignId, campaignId)),
    )
    .leftJoin(membership, eq(membership.organisationId, organisation.id))
    .where(
      and(
        sql`${organisation.region} between ${from} and ${to}`,
        sql`${organisation.region} <> ${acting.region}`,
        eq(organisation.state, 'active'),
        only === undefined ? undefined : eq(organisation.id, only),
      ),
    )
    .groupBy(
      organisation.id,
      summary.organisationId,
      summary.campaignId,
      summaryReceived.organisationId,
      summaryReceived.campaignId,
    )
    .orderBy(asc(organisation.region), asc(organisation.id));
  const last = new Map((await listAllVersions(db, campaignId)).map((row) => [row.organisationId, row]));
  return mapInSteps(rows, ({ organisation: { id, name, region }, summary: stored, received, members }) => {
    const row = last.get(id) ?? null;
    const who = received && encryptor.decrypt(received, placeOfReceived(id, campaignId));
    return {
      ...{ organisation: id, name, region, hasAccount: members > 0, row },
      // A row that was made for a lock says nothing.
      state: stored && stored.edits > 0 ? stored.state : null,
      reason: stored?.state === 'returned' ? stored.reason : null,
      last: row && { version: row.version, hash: row.hash, hand: handOf(row) },
      received: received && { on: received.receivedOn, who: who ?? '' },
    };
  });
}

const HandSchema = v.object({ body: v.object({ hand: SummaryBodySchema.entries.hand }) });
const handOf = ({ text }: VersionRow) => v.parse(HandSchema, JSON.parse(text)).body.hand;
