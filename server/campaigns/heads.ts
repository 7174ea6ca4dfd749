/**
 * The campaigns and how far each has come, in memory, so that the feed's hot path asks no database. Moved on by this
 * process's own commits, by the database's notifications of others', and by a look every second in case one is lost.
 */
import { sql } from 'drizzle-orm';
import type { CampaignSummary } from '../../domain/campaign/campaign';
import type { Database } from '../db/database';
import { campaign, meta } from '../db/schema';
import { CAMPAIGN_CHANGED } from './next-revision';

const LOOK_MS = 1_000;

/** Never changed, only replaced: whatever was made for a head is out of date once it is no longer the current one. */
export interface Head {
  readonly summary: CampaignSummary;
  readonly rev: number;
  readonly epoch: string;
}

export interface HeadsOptions {
  /** Whether trial campaigns are shown. */
  readonly sample: boolean;
  readonly onLookFailed: (error: unknown) => void;
}

export class Heads {
  private byId: ReadonlyMap<string, Head> = new Map();
  private preferred: Head | undefined;
  private look: Promise<void> | undefined;
  private asked = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly options: HeadsOptions,
  ) {}

  get(campaignId: string): Head | undefined {
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

  /** After a commit of our own, so that the next reader here sees it. */
  advance(campaignId: string, rev: number): void {
    const head = this.byId.get(campaignId);
    if (head && head.rev < rev) this.replace(new Map(this.byId).set(campaignId, { ...head, rev }));
  }

  /** Looks at the database; whoever asks while a look is under way gets the result of the one after it. */
  async refresh(): Promise<void> {
    this.asked++;
    if (this.look) return this.look;
    this.look = this.lookUntilQuiet();
    try {
      await this.look;
    } finally {
      this.look = undefined;
    }
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

  private async lookUntilQuiet(): Promise<void> {
    let answered: number;
    do {
      answered = this.asked;
      this.replace(await this.lookOnce());
    } while (answered !== this.asked);
  }

  private async lookOnce(): Promise<ReadonlyMap<string, Head>> {
    const { id, year, theme, state, sample, rev } = campaign;
    const rows = await this.database.db
      .select({ epoch: meta.epoch, id, year, theme, state, sample, rev })
      .from(meta)
      .innerJoin(campaign, sql`true`)
      .prepare('heads')
      .execute();
    const heads = new Map<string, Head>();
    for (const { epoch, sample: isSample, rev: reached, ...summary } of rows) {
      if (isSample && !this.options.sample) continue;
      const known = this.byId.get(summary.id);
      // A look may be answered late, after a commit of our own has moved the head on.
      const isKnown = known?.epoch === epoch && known.rev >= reached;
      const seen = { summary: { ...summary, ...(isSample && { sample: true as const }) }, rev: reached, epoch };
      heads.set(summary.id, isKnown ? known : seen);
    }
    return heads;
  }

  private replace(next: ReadonlyMap<string, Head>): void {
    this.byId = next;
    const latest = this.list();
    const open = latest.filter(({ summary }) => summary.state === 'open');
    this.preferred = open.find(({ summary }) => summary.sample !== true) ?? open[0] ?? latest[0];
  }
}
