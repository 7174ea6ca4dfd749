/** The feed's pages: a delta from memory where its events are, anything else from the database; each made once. */
import { LRUCache } from 'lru-cache';
import type { RegionCode } from '../../domain/ids';
import { NATION } from '../../domain/region/region';
import type { Change } from '../campaigns/change-log';
import { type CampaignRegistry, type Head, lastChanged } from '../campaigns/registry';
import type { Db } from '../db/database';
import type { CommonHeaders } from '../http/common-headers';
import type { Encoding } from '../http/encoding';
import type { PageCache, PageRecipe, ReadyPage } from '../http/page-cache';
import { formatCursor, parseCursor, type CursorScope, type Position } from './cursor';
import type { EventText, EventTexts } from './event-texts';
import { type Content, readCampaignAlone, readContent, readPage } from './page';

/**
 * A cache shared by many (a CDN) may answer for two seconds; the phone itself always asks, which a 304 makes cheap.
 * With a longer life in the phone's own cache, pulling down to refresh would show the old state and call it new.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=2';
const JSON_TYPE = 'application/json; charset=utf-8';

export interface FeedPagesDeps {
  readonly db: Db;
  readonly registry: CampaignRegistry;
  readonly cache: PageCache;
  readonly texts: EventTexts;
  /** The most changes on one page. */
  readonly pageSize: number;
}

const keyOf = (head: Head, region: RegionCode, cursor: string): string => `${head.summary.id} ${region} ${cursor}`;
const tagOf = (head: Head, region: RegionCode): string => `${head.epoch} ${lastChanged(head, region)}`;
const scopeOf = (head: Head, region: RegionCode): CursorScope => ({
  epoch: head.epoch,
  campaignId: head.summary.id,
  region,
});

/** Cursors whose page is known; each takes some 300 bytes. */
const MOST_CURSORS = 50_000;

/** The page that a cursor was answered with, while its region stays as the tag says. */
interface Answered {
  readonly tag: string;
  readonly key: string;
}

/** A position after a whole copy, and what changed in the region since. */
interface Delta {
  readonly position: Position;
  readonly changes: readonly Change[];
}

/**
 * One page serves all cursors between two changes that the region sees, however many changes elsewhere lie between them.
 * Whether the campaign or the programme changed since is part of the page as well.
 */
function sharedKey(head: Head, region: RegionCode, { position, changes }: Delta): string {
  const isNew = (rev: number): string => (rev > position.rev ? 'new' : 'known');
  const since = changes[0]?.rev ?? 'now';
  return `${head.summary.id} ${region} since ${since} ${isNew(head.contentRev)} ${isNew(head.programmeRev)}`;
}

const isShownIn =
  ({ log }: Head, region: RegionCode) =>
  (change: Change): boolean =>
    log.isShown(change, region);

const NO_CONTENT = { campaign: null, programme: null };

interface PageParts {
  /** Members that stand before the campaign, and after the events. */
  readonly begin: object;
  readonly campaign: unknown;
  readonly programme: unknown;
  readonly texts: readonly EventText[];
  readonly end: object;
}

/**
 * Within a page the order of events is free (the phone goes by id), and gzip looks back 32 KB only: with like next to
 * like, five thousand events take 230 KB instead of 600.
 */
function writePage({ begin, campaign, programme, texts, end }: PageParts): string {
  const events = [...texts]
    .sort((a, b) => (a.likeness < b.likeness ? -1 : Number(a.likeness > b.likeness)))
    .map(({ text }) => text)
    .join(',');
  const head = JSON.stringify({ ...begin, campaign, programme });
  return `${head.slice(0, -1)},"events":[${events}],${JSON.stringify(end).slice(1)}`;
}

export class FeedPages {
  private readonly contents = new Map<string, { readonly tag: string; readonly content: Promise<Content | null> }>();
  private readonly answered = new LRUCache<string, Answered>({ max: MOST_CURSORS });

  constructor(private readonly deps: FeedPagesDeps) {}

  /** What can be sent at once; `undefined`: it must be made first. */
  find(head: Head, region: RegionCode, cursor: string, encoding: Encoding): ReadyPage | undefined {
    const own = keyOf(head, region, cursor);
    const tag = tagOf(head, region);
    if (cursor === '') return this.deps.cache.find(own, tag, encoding);
    const known = this.answered.get(own);
    return known?.tag === tag ? this.deps.cache.find(known.key, tag, encoding) : undefined;
  }

  /** A cursor that does not fit gets the first page of a full copy. */
  async make(
    given: Head,
    region: RegionCode,
    cursor: string,
    encoding: Encoding,
    common: CommonHeaders,
  ): Promise<ReadyPage> {
    let head = given;
    const position = parseCursor(scopeOf(head, region), cursor);
    if (position && position.rev > head.rev) {
      // Another process may have been faster; or the database knows less than it did.
      await this.deps.registry.refresh();
      head = this.deps.registry.get(head.summary.id) ?? head;
    }
    const fits = position && position.rev <= head.rev && parseCursor(scopeOf(head, region), cursor) !== null;
    const at = fits ? position : null;
    const from = head;
    const delta = at?.fullSince === null ? { position: at, changes: from.log.since(region, at.rev) } : null;
    const own = keyOf(from, region, at ? cursor : '');
    const key = delta ? sharedKey(from, region, delta) : own;
    const tag = tagOf(from, region);
    if (at) this.answered.set(own, { tag, key });
    return this.deps.cache.make(
      this.recipe(key, tag, common, async () => {
        const text = delta && (await this.composeDelta(from, region, delta));
        return text ?? this.readText(from, region, at);
      }),
      encoding,
    );
  }

  /** The campaign alone, for callers that need no events of it. */
  async makeCampaign(head: Head, encoding: Encoding, common: CommonHeaders): Promise<ReadyPage> {
    const { id } = head.summary;
    const tag = `${head.epoch} ${head.contentRev}`;
    const read = async (): Promise<string> => JSON.stringify(await readCampaignAlone(this.deps.db, id));
    return this.deps.cache.make(this.recipe(`campaign ${id}`, tag, common, read), encoding);
  }

  private recipe(key: string, tag: string, common: CommonHeaders, read: () => Promise<string>): PageRecipe {
    return { key, tag, common, read, type: JSON_TYPE, cacheControl: CACHE_CONTROL };
  }

  private async readText(head: Head, region: RegionCode, position: Position | null): Promise<string> {
    const provinces = region === NATION ? { counts: head.log.provinces(), rev: head.rev } : null;
    const countSeen = (): number => head.log.countSeen(region);
    const request = { scope: scopeOf(head, region), position, size: this.deps.pageSize, provinces, countSeen };
    const { page, rows } = await readPage(this.deps.db, request);
    const { campaign, programme, provinces: counts, removed, ...begin } = page;
    const end = { ...(counts && { provinces: counts }), removed };
    return writePage({ begin, campaign, programme, texts: await this.deps.texts.of(rows), end });
  }

  /**
   * The page after a whole copy, as JSON. `null`: memory and database differ, and only the database can say. Its cursor is
   * the region's last change, so that all who are up to date ask with the same one, however much happens elsewhere.
   */
  private async composeDelta(
    head: Head,
    region: RegionCode,
    { position: { rev }, changes }: Delta,
  ): Promise<string | null> {
    const shown = changes.slice(0, this.deps.pageSize);
    const more = changes.length > shown.length;
    // As it is now: what is waited for below may come after another change.
    const provinces = region === NATION ? { provinces: head.log.provinces() } : {};
    const reached = more ? (shown[shown.length - 1]?.rev ?? rev) : lastChanged(head, region);
    const [standing, gone] = [
      shown.filter(isShownIn(head, region)),
      shown.filter((each) => !isShownIn(head, region)(each)),
    ];
    const isContentNew = Math.max(head.contentRev, head.programmeRev) > rev;
    const content = isContentNew ? await this.contentOf(head) : NO_CONTENT;
    const texts = await this.deps.texts.after(this.deps.db, standing);
    if (!content || !texts) return null;
    return writePage({
      begin: {
        cursor: formatCursor(scopeOf(head, region), { rev: reached, fullSince: null }),
        reset: false,
        first: false,
        more,
      },
      campaign: head.contentRev > rev ? content.campaign : null,
      programme: head.programmeRev > rev ? content.programme : null,
      texts,
      end: { ...provinces, removed: gone.map(({ id }) => id) },
    });
  }

  /** Read once for each change of it, not once for each region. */
  private async contentOf(head: Head): Promise<Content | null> {
    const { id } = head.summary;
    const tag = `${head.epoch} ${head.contentRev} ${head.programmeRev}`;
    const known = this.contents.get(id);
    if (known?.tag === tag) return known.content;
    const content = readContent(this.deps.db, id, head);
    this.contents.set(id, { tag, content });
    content.catch(() => this.contents.delete(id));
    return content;
  }
}
