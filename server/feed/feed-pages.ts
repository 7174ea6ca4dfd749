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
import { readCampaignAlone, readPage } from './page';

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

export class FeedPages {
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
        const text = delta && this.composeDelta(from, region, delta);
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
    if (position?.fullSince === null) this.deps.texts.put(rows);
    return JSON.stringify(page);
  }

  /**
   * The page after a whole copy, as JSON. `null`: something that it must hold is not in memory. Its cursor is the region's
   * last change, so that all who are up to date ask with the same one, however much happens elsewhere.
   */
  private composeDelta(head: Head, region: RegionCode, { position: { rev }, changes }: Delta): string | null {
    if (Math.max(head.contentRev, head.programmeRev) > rev) return null;
    const shown = changes.slice(0, this.deps.pageSize);
    const more = changes.length > shown.length;
    const texts: EventText[] = [];
    const removed: string[] = [];
    for (const change of shown) {
      if (!head.log.isShown(change, region)) {
        removed.push(change.id);
        continue;
      }
      const text = this.deps.texts.get(change.id, change.rev);
      if (!text) return null;
      texts.push(text);
    }
    const reached = more ? (shown[shown.length - 1]?.rev ?? rev) : lastChanged(head, region);
    const cursor = formatCursor(scopeOf(head, region), { rev: reached, fullSince: null });
    const begin = { cursor, reset: false, first: false, more, campaign: null, programme: null };
    const end = { ...(region === NATION && { provinces: head.log.provinces() }), removed };
    const events = texts
      .sort((a, b) => (a.likeness < b.likeness ? -1 : Number(a.likeness > b.likeness)))
      .map(({ text }) => text)
      .join(',');
    return `${JSON.stringify(begin).slice(0, -1)},"events":[${events}],${JSON.stringify(end).slice(1)}`;
  }
}
