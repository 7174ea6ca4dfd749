/**
 * The campaigns and how far each has come, in memory, so that the feed's hot path asks no database. Moved on after this
 * process's own commits, by the database's notifications of others', and by a look every second in case one is lost.
 */
import type { CampaignId, EventId, RegionCode } from '../../domain/ids';
import { and, asc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { CampaignSummary } from '../../domain/campaign/campaign';
import type { Database } from '../db/database';
import { replaceEpoch } from '../db/epoch';
import { campaign, event, meta, type EventRow } from '../db/schema';
import { type Change, ChangeLog } from './change-log';
import { CAMPAIGN_CHANGED } from './next-revision';

const LOOK_MS = 1_000;
/** Rows of one statement, so that a large campaign is read in steps. */
const ROWS_AT_ONCE = 5_000;
/** Of so few changes the contents are read with them: somebody will ask for them now. */
const FEW = 200;

/** Never changed, only replaced; `log` grows. */
export interface Head {
  readonly summary: CampaignSummary;
  readonly rev: number;
  readonly contentRev: number;
  readonly programmeRev: number;
  readonly epoch: string;
  readonly log: ChangeLog;
}

export interface RegistryOptions {
  /** Whether trial campaigns are shown. */
  readonly sample: boolean;
  readonly onLookFailed: (error: unknown) => void;
  /** The database knows less than it did: an older copy has taken its place. */
  readonly onWentBack?: (campaignId: CampaignId) => void;
  /** Events as they are after a change. */
  readonly onChanged?: (rows: readonly EventRow[]) => void;
}

/** A change's members in their order; `null`: seen in its region alone. */
type ChangeKeys = readonly [
  id: EventId,
  rev: number,
  region: RegionCode,
  removed: boolean,
  seenIn: readonly string[] | null,
];

type CampaignRow = Omit<Head, 'log'> & { readonly sample: boolean };

/** The last change of which a reader of the region must learn. */
export function lastChanged({ log, contentRev, programmeRev }: Head, region: RegionCode): number {
  return Math.max(log.lastChanged(region), contentRev, programmeRev);
}

export class CampaignRegistry {
  private byId: ReadonlyMap<string, Head> = new Map();
  private preferred: Head | undefined;
  private look: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly options: RegistryOptions,
  ) {}

  get(campaignId: CampaignId): Head | undefined {
    return this.byId.get(campaignId);
  }

  /** What a phone gets that names no campaign: the open one, an official before a trial one; else the latest. */
  current(): Head | undefined {
    return this.preferred;
  }

  /** Latest first. */
  list(): readonly Head[] {
    return [...this.byId.values()].sort((a, b) => b.summary.year - a.summary.year);
  }

  /** Looks at the database. Whoever asks while a look is under way gets the result of the one after it, and only that. */
  refresh(): Promise<void> {
    if (this.next) return this.next;
    if (!this.look) return this.startLook();
    this.next = this.look
      .catch(() => undefined)
      .then(() => {
        this.next = undefined;
        return this.startLook();
      });
    return this.next;
  }

  private startLook(): Promise<void> {
    const look = this.lookOnce().finally(() => {
      if (this.look === look) this.look = undefined;
    });
    this.look = look;
    return look;
  }

  /** After a commit of our own, so that the next reader here sees it. What was committed stays so if this fails. */
  async advance(campaignId: CampaignId, rev: number): Promise<void> {
    if ((this.byId.get(campaignId)?.rev ?? Infinity) >= rev) return;
    await this.refresh().catch(this.options.onLookFailed);
  }

  async start(): Promise<void> {
    await this.refresh();
    if (!this.database.shared) return;
    const refresh = (): void => {
      this.refresh().catch(this.options.onLookFailed);
    };
    await this.database.listen(CAMPAIGN_CHANGED, refresh);
    this.timer = setInterval(refresh, LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async readCampaigns(): Promise<CampaignRow[]> {
    const { id, year, theme, state, sample, rev, contentRev, programmeRev } = campaign;
    const rows = await this.database.db
      .select({ epoch: meta.epoch, id, year, theme, state, sample, rev, contentRev, programmeRev })
      .from(meta)
      .innerJoin(campaign, sql`true`)
      .prepare('campaign_heads')
      .execute();
    return rows.map(
      ({ epoch, sample: isTrial, rev: reached, contentRev: content, programmeRev: programme, ...rest }) => ({
        summary: { ...rest, ...(isTrial && { sample: true as const }) },
        ...{ rev: reached, contentRev: content, programmeRev: programme, epoch, sample: isTrial },
      }),
    );
  }

  private async lookOnce(): Promise<void> {
    const heads = new Map<string, Head>();
    for (const { sample, ...row } of await this.readCampaigns()) {
      if (sample && !this.options.sample) continue;
      const { id } = row.summary;
      const known = this.byId.get(id);
      const isSame = known?.epoch === row.epoch;
      if (isSame && row.rev < known.rev) {
        // It will give those revisions out again, for other changes: every cursor of before must stop to fit.
        this.options.onWentBack?.(id);
        await replaceEpoch(this.database.db, row.epoch);
        return this.lookOnce();
      }
      const log = isSame ? known.log : new ChangeLog();
      const after = isSame ? known.rev : 0;
      const changes = row.rev > after ? await this.readChanges(id, after, row.rev) : [];
      // At once with the head, or a page could hold more than its cursor says.
      log.apply(changes);
      heads.set(id, isSame && row.rev === known.rev ? known : { ...row, log });
    }
    this.replace(heads);
  }

  /** No later than `upTo`: a change of the campaign itself that came before such a one is not known yet. */
  private async readChanges(campaignId: CampaignId, after: number, upTo: number): Promise<Change[]> {
    const { db } = this.database;
    const between = (from: number) => and(eq(event.campaignId, campaignId), gt(event.rev, from), lte(event.rev, upTo));
    if (after > 0 && upTo - after <= FEW) {
      const rows = await db.select().from(event).where(between(after)).orderBy(asc(event.rev));
      this.options.onChanged?.(rows);
      return rows.map(({ id, rev, region, removed, seenIn }) => ({ id, rev, region, removed, seenIn }));
    }
    const changes: Change[] = [];
    for (let from = after; ;) {
      const read = await this.readKeys(between(from));
      for (const [id, rev, region, removed, seenIn] of read) {
        changes.push({ id, rev, region, removed, seenIn: seenIn ?? [region] });
      }
      if (read.length < ROWS_AT_ONCE) return changes;
      from = changes[changes.length - 1]?.rev ?? upTo;
    }
  }

  /** As one JSON text: reading as many rows as a campaign has would take the start several times as long. */
  private async readKeys(where: SQL | undefined): Promise<readonly ChangeKeys[]> {
    const { id, rev, region, removed, seenIn } = event;
    const found = this.database.db
      .select({ id, rev, region, removed, seenIn })
      .from(event)
      .where(where)
      .orderBy(asc(rev))
      .limit(ROWS_AT_ONCE)
      .as('found');
    const seenElsewhere = sql`nullif(${found.seenIn}, array[${found.region}])`;
    const keys = sql`json_build_array(${found.id}, ${found.rev}, ${found.region}, ${found.removed}, ${seenElsewhere})`;
    const [answer] = await this.database.db
      .select({ text: sql<string | null>`json_agg(${keys} order by ${found.rev})::text` })
      .from(found);
    return JSON.parse(answer?.text ?? '[]') as readonly ChangeKeys[];
  }

  private replace(next: ReadonlyMap<string, Head>): void {
    this.byId = next;
    const latest = this.list();
    const open = latest.filter(({ summary }) => summary.state === 'open');
    this.preferred = open.find(({ summary }) => summary.sample !== true) ?? open[0] ?? latest[0];
  }
}
