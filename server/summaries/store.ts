/** Rows of summaries, and who stands behind them. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { CampaignId, OrganisationId, RegionCode } from '../../domain/ids';
import { EMPTY_SUMMARY, type SummaryBody } from '../../domain/summary/summary-body';
import type { SummaryState } from '../../domain/summary/summary-state';
import type { Db, Tx } from '../db/database';
import { organisation } from '../db/organisation-schema';
import { summary, summaryVersion } from '../db/summary-schema';

export interface Owner {
  readonly id: OrganisationId;
  readonly name: string;
  readonly region: RegionCode;
}

export interface SummaryKey {
  readonly organisationId: OrganisationId;
  readonly campaignId: CampaignId;
}

export interface StoredRow {
  readonly state: SummaryState;
  readonly body: SummaryBody;
  readonly version: number;
  readonly edits: number;
  readonly reason: string | null;
}

export type VersionRow = typeof summaryVersion.$inferSelect;

/** As if it were there: nothing was begun. */
export const NOT_BEGUN: StoredRow = { state: 'draft', body: EMPTY_SUMMARY, version: 0, edits: 0, reason: null };

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const isOf = ({ organisationId, campaignId }: SummaryKey) =>
  and(eq(summary.organisationId, organisationId), eq(summary.campaignId, campaignId));

export async function findOwner(db: Db | Tx, id: OrganisationId): Promise<Owner | null> {
  const { name, region } = organisation;
  const [row] = await db
    .select({ id: organisation.id, name, region })
    .from(organisation)
    .where(and(eq(organisation.id, id), eq(organisation.state, 'active')));
  return row ?? null;
}

export async function findSummary(db: Db | Tx, key: SummaryKey): Promise<StoredRow | null> {
  const [row] = await db.select().from(summary).where(isOf(key));
  return row ?? null;
}

/** Its row under lock, made where there is none. */
export async function lockSummary(tx: Tx, key: SummaryKey, now: number): Promise<StoredRow> {
  await tx
    .insert(summary)
    .values({ ...key, ...NOT_BEGUN, updatedAt: now })
    .onConflictDoNothing();
  const [row] = await tx.select().from(summary).where(isOf(key)).for('update');
  if (!row) throw new Error('the summary is gone');
  return row;
}

/** Only under its lock. Each change counts, so that a member who saw the one before is told. */
export async function writeSummary(
  tx: Tx,
  key: SummaryKey,
  stored: StoredRow,
  change: Partial<Omit<StoredRow, 'edits'>>,
  now: number,
): Promise<void> {
  await tx
    .update(summary)
    .set({ ...change, edits: stored.edits + 1, updatedAt: now })
    .where(isOf(key));
}

/** Latest first. */
export function listVersions(db: Db | Tx, key: SummaryKey): Promise<VersionRow[]> {
  return db
    .select()
    .from(summaryVersion)
    .where(and(eq(summaryVersion.organisationId, key.organisationId), eq(summaryVersion.campaignId, key.campaignId)))
    .orderBy(desc(summaryVersion.version));
}

export async function findVersion(db: Db | Tx, key: SummaryKey, version: number): Promise<VersionRow | null> {
  const [row] = await db
    .select()
    .from(summaryVersion)
    .where(
      and(
        eq(summaryVersion.organisationId, key.organisationId),
        eq(summaryVersion.campaignId, key.campaignId),
        eq(summaryVersion.version, version),
      ),
    );
  return row ?? null;
}

/** Of all organisations in a campaign, in the order of their versions. */
export function listAllVersions(db: Db | Tx, campaignId: CampaignId): Promise<VersionRow[]> {
  return db
    .select()
    .from(summaryVersion)
    .where(eq(summaryVersion.campaignId, campaignId))
    .orderBy(asc(summaryVersion.version));
}
