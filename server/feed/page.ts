/** One page of the feed, read in one snapshot of the database (docs/decisions/0004-sync-revisions.md). */
import type { CampaignId } from '../../domain/ids';
import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Campaign, ProgrammeItem } from '../../domain/campaign/campaign';
import type { ProvinceCount, WireFeedPage } from '../../domain/feed/feed';
import { visibleRanges } from '../../domain/region/region';
import type { Db, Tx } from '../db/database';
import { campaign, event, programmeItem, type EventRow } from '../db/schema';
import { itemReadings } from '../events/pinyin';
import { isVisible } from '../events/visible';
import { formatCursor, type CursorScope, type Position } from './cursor';

export interface PageRequest {
  readonly scope: CursorScope;
  /** `null`: from the beginning. */
  readonly position: Position | null;
  /** The most events and removals on one page. */
  readonly size: number;
  /** Of the whole country: what its pages say of the provinces, and the revision at which that was so. */
  readonly provinces: { readonly counts: ProvinceCount[]; readonly rev: number } | null;
  /** Events that the region sees, for the first page of a full copy. */
  readonly countSeen: () => number;
}

interface Revisions {
  readonly rev: number;
  readonly contentRev: number;
  readonly programmeRev: number;
}

const PLACEHOLDERS = {
  campaignId: sql.placeholder('campaignId'),
  after: sql.placeholder('after'),
  limit: sql.placeholder('limit'),
};

/** Of `visibleRanges`, in their order. */
const RANGES = ['national', 'own'].map((name) => ({
  from: sql.placeholder(`${name}From`),
  to: sql.placeholder(`${name}To`),
}));
const seen = (code: SQL): SQL => isVisible(code, RANGES);

/** A page, and its events as rows, in no order. */
export interface ReadPage {
  readonly page: Omit<WireFeedPage, 'events'>;
  readonly rows: readonly EventRow[];
}

async function readHeads(tx: Tx, campaignId: CampaignId): Promise<Revisions | undefined> {
  const [heads] = await tx
    .select({ rev: campaign.rev, contentRev: campaign.contentRev, programmeRev: campaign.programmeRev })
    .from(campaign)
    .where(eq(campaign.id, PLACEHOLDERS.campaignId))
    .prepare('feed_heads')
    .execute({ campaignId });
  return heads;
}

interface Window {
  readonly [name: string]: unknown;
  readonly campaignId: CampaignId;
  readonly nationalFrom: string;
  readonly nationalTo: string;
  readonly ownFrom: string;
  readonly ownTo: string;
  readonly after: number;
  readonly limit: number;
}

const changedAfter = and(eq(event.campaignId, PLACEHOLDERS.campaignId), gt(event.rev, PLACEHOLDERS.after));
const standsHere = sql`not ${event.removed} and ${seen(sql`${event.region}`)}`;
const stoodHere = sql`exists (select 1 from unnest(${event.seenIn}) as code where ${seen(sql`code`)})`;

/** Events of the region that changed, in the order in which they did. */
function readStanding(tx: Tx, window: Window): Promise<EventRow[]> {
  return tx
    .select()
    .from(event)
    .where(and(changedAfter, standsHere))
    .orderBy(asc(event.rev))
    .limit(PLACEHOLDERS.limit)
    .prepare('feed_standing')
    .execute(window);
}

/** What was removed, or moved to where this region does not see it. */
function readGone(tx: Tx, window: Window): Promise<{ id: string; rev: number }[]> {
  return tx
    .select({ id: event.id, rev: event.rev })
    .from(event)
    .where(and(changedAfter, sql`not (${standsHere})`, stoodHere))
    .orderBy(asc(event.rev))
    .limit(PLACEHOLDERS.limit)
    .prepare('feed_gone')
    .execute(window);
}

async function readCampaign(tx: Db | Tx, campaignId: CampaignId): Promise<Campaign | null> {
  const [row] = await tx.select({ content: campaign.content }).from(campaign).where(eq(campaign.id, campaignId));
  return row?.content ?? null;
}

async function readProgramme(tx: Tx, campaignId: CampaignId): Promise<ProgrammeItem[]> {
  const rows = await tx
    .select({ content: programmeItem.content })
    .from(programmeItem)
    .where(eq(programmeItem.campaignId, campaignId))
    .orderBy(asc(programmeItem.ordinal));
  return rows.map(({ content }) => ({ ...content, ...itemReadings(content) }));
}

async function composePage(
  tx: Tx,
  heads: Revisions,
  { scope, position, size, provinces, countSeen }: PageRequest,
): Promise<ReadPage> {
  const known = position && position.rev <= heads.rev ? position : null;
  const after = known?.rev ?? 0;
  const fullSince = known ? known.fullSince : heads.rev;
  const [national, own] = visibleRanges(scope.region);
  const window = {
    campaignId: scope.campaignId,
    nationalFrom: national.from,
    nationalTo: national.to,
    ownFrom: own.from,
    ownTo: own.to,
    after,
    limit: size + 1,
  };
  const standing = await readStanding(tx, window);
  // Nobody needs to be told that something is gone that was gone before their full copy was begun.
  const gone = await readGone(tx, { ...window, after: Math.max(after, fullSince ?? 0) });
  const changes = [...standing, ...gone].sort((a, b) => a.rev - b.rev);
  const shown = new Set(changes.slice(0, size).map(({ rev }) => rev));
  const more = changes.length > size;

  const contentKnown = known ? (fullSince ?? after) : -1;
  // Counts that may be older than this page are sent again.
  const reached = Math.min(heads.rev, provinces?.rev ?? heads.rev);
  const next = more ? { rev: Math.max(...shown), fullSince } : { rev: reached, fullSince: null };
  const rows = standing.filter(({ rev }) => shown.has(rev));
  const page = {
    cursor: formatCursor(scope, next),
    reset: fullSince !== null,
    first: known === null,
    more,
    ...(known === null && { total: countSeen() }),
    campaign: heads.contentRev > contentKnown ? await readCampaign(tx, scope.campaignId) : null,
    programme: heads.programmeRev > contentKnown ? await readProgramme(tx, scope.campaignId) : null,
    ...(provinces && { provinces: provinces.counts }),
    removed: gone.filter(({ rev }) => shown.has(rev)).map(({ id }) => id),
  };
  return { page, rows };
}

/**
 * Reads the page after `position`: the next changes in the order of revisions, at most `size`. A position that this database
 * has not reached (it was restored from a backup) counts as none. Throws if there is no such campaign.
 */
export async function readPage(db: Db, request: PageRequest): Promise<ReadPage> {
  return db.transaction(
    async (tx) => {
      const heads = await readHeads(tx, request.scope.campaignId);
      if (!heads) throw new Error('the campaign is gone');
      return composePage(tx, heads, request);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

export interface Content {
  readonly campaign: Campaign | null;
  readonly programme: readonly ProgrammeItem[];
}

/** What is no event; `null`: it is no longer as the revisions say. */
export async function readContent(
  db: Db,
  campaignId: CampaignId,
  { contentRev, programmeRev }: Pick<Revisions, 'contentRev' | 'programmeRev'>,
): Promise<Content | null> {
  return db.transaction(
    async (tx) => {
      const heads = await readHeads(tx, campaignId);
      if (heads?.contentRev !== contentRev || heads.programmeRev !== programmeRev) return null;
      return { campaign: await readCampaign(tx, campaignId), programme: await readProgramme(tx, campaignId) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Throws if there is no such campaign. */
export async function readCampaignAlone(db: Db, campaignId: CampaignId): Promise<{ readonly campaign: Campaign }> {
  const campaign = await readCampaign(db, campaignId);
  if (campaign === null) throw new Error('the campaign is gone');
  return { campaign };
}
