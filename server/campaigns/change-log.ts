/**
 * Which events of a campaign changed when, and for whom, in memory: so that a reader's feed costs what changed in their
 * region, not what changed in the country. It holds no contents. Some 2 MB for 10,000 events.
 */
import type { RegionCode } from '../../domain/ids';
import type { ProvinceCount } from '../../domain/feed/feed';
import { NATION, sees } from '../../domain/region/region';

export interface Change {
  readonly id: string;
  readonly rev: number;
  readonly region: RegionCode;
  readonly removed: boolean;
  /** Every region that it ever stood in, this one included. */
  readonly seenIn: readonly string[];
}

/** Changes by rev. Ones that a later change of the same event replaced stay until they are half of it. */
interface Shelf {
  changes: Change[];
  replaced: number;
}

const LEAST_TO_SWEEP = 64;
/** A reader sees the country's events and those of one province, or of a part of it. */
const shelfOf = (code: string): string => code.slice(0, 2);
const NATIONAL = shelfOf(NATION);
const affects = ({ seenIn }: Change, region: RegionCode): boolean => seenIn.some((code) => sees(region, code));

/** The first index whose change is after `rev`. */
function firstAfter(changes: readonly Change[], rev: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.rev ?? Infinity) > rev) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class ChangeLog {
  private readonly latest = new Map<string, Change>();
  private readonly shelves = new Map<string, Shelf>();
  private readonly alone = new Map<string, readonly string[]>();
  private readonly counts = new Map<string, number>();
  private countsRev = 0;
  private lastRev = 0;
  /** By region: its last change, and the revision up to which that was looked for. */
  private readonly known = new Map<string, { rev: number; upTo: number }>();

  /** In the order of revisions; what is known already changes nothing. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) this.applyOne(change);
  }

  /** Most events never move, and those of one region share its name. */
  private shareNames({ id, rev, region, removed, seenIn }: Change): Change {
    const own = this.alone.get(region) ?? [region];
    this.alone.set(region, own);
    const [name = region] = own;
    return { id, rev, region: name, removed, seenIn: seenIn.length === 1 && seenIn[0] === region ? own : seenIn };
  }

  private applyOne(next: Change): void {
    const old = this.latest.get(next.id);
    if (old && old.rev >= next.rev) return;
    const change = this.shareNames(next);
    this.latest.set(change.id, change);
    this.lastRev = Math.max(this.lastRev, change.rev);
    this.count(old, change);
    if (old) for (const key of new Set(old.seenIn.map(shelfOf))) this.replace(key);
    for (const key of new Set(change.seenIn.map(shelfOf))) {
      const shelf = this.shelves.get(key);
      if (shelf) shelf.changes.push(change);
      else this.shelves.set(key, { changes: [change], replaced: 0 });
    }
  }

  private replace(key: string): void {
    const shelf = this.shelves.get(key);
    if (!shelf) return;
    shelf.replaced += 1;
    if (shelf.replaced < LEAST_TO_SWEEP || shelf.replaced * 2 < shelf.changes.length) return;
    shelf.changes = shelf.changes.filter((each) => this.latest.get(each.id) === each);
    shelf.replaced = 0;
  }

  private count(old: Change | undefined, change: Change): void {
    const placeOf = (each: Change | undefined): string | null =>
      !each || each.removed || each.region === NATION ? null : `${shelfOf(each.region)}0000`;
    const [before, after] = [placeOf(old), placeOf(change)];
    if (before === after) return;
    if (before !== null) this.counts.set(before, (this.counts.get(before) ?? 0) - 1);
    if (after !== null) this.counts.set(after, (this.counts.get(after) ?? 0) + 1);
    this.countsRev = change.rev;
  }

  isEmpty(): boolean {
    return this.latest.size === 0;
  }

  /** Provinces with events that stand, by code. */
  provinces(): ProvinceCount[] {
    return [...this.counts]
      .filter(([, count]) => count > 0)
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  private shelvesFor(region: RegionCode): readonly (readonly Change[])[] {
    const keys = region === NATION ? [NATIONAL] : [NATIONAL, shelfOf(region)];
    return keys.map((key) => this.shelves.get(key)?.changes ?? []);
  }

  /** The revision of the last change that a reader of the region sees; 0: there was none. */
  lastChanged(region: RegionCode): number {
    const known = this.known.get(region) ?? { rev: 0, upTo: 0 };
    if (known.upTo === this.lastRev) return known.rev;
    let { rev } = known;
    for (const changes of this.shelvesFor(region)) {
      for (let index = changes.length - 1; index >= 0; index -= 1) {
        const change = changes[index];
        if (!change || change.rev <= Math.max(known.upTo, rev)) break;
        if (affects(change, region)) rev = change.rev;
      }
    }
    // The counts are part of what a reader of the whole country sees.
    if (region === NATION) rev = Math.max(rev, this.countsRev);
    this.known.set(region, { rev, upTo: this.lastRev });
    return rev;
  }

  /** What changed after `rev` for a reader of the region, in the order of revisions. */
  since(region: RegionCode, rev: number): Change[] {
    const found = this.shelvesFor(region).flatMap((changes) =>
      changes
        .slice(firstAfter(changes, rev))
        .filter((change) => this.latest.get(change.id) === change && affects(change, region)),
    );
    // An event that moved between the country and a province is on both shelves.
    return [...new Set(found)].sort((a, b) => a.rev - b.rev);
  }

  /** Whether a reader of the region is shown the event as it is after the change; else it is gone for them. */
  isShown({ removed, region: place }: Change, region: RegionCode): boolean {
    return !removed && sees(region, place);
  }

  /** Events that stand and that a reader of the region sees. */
  countSeen(region: RegionCode): number {
    return this.since(region, 0).filter((change) => this.isShown(change, region)).length;
  }
}
