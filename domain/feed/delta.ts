/** How a page of the feed changes the phone's copy: a pure fold, so that it can be held to a property. */
import type { Campaign, ProgrammeItem } from '../campaign/campaign';
import type { QualityEvent } from '../event/event';
import type { FeedPage, ProvinceCount } from './feed';

/** What the phone knows of one campaign as one region sees it. */
export interface Replica {
  /** Where to ask on from; `null`: nothing complete is here yet. */
  readonly cursor: string | null;
  readonly campaign: Campaign | null;
  readonly programme: readonly ProgrammeItem[];
  readonly events: ReadonlyMap<string, QualityEvent>;
  /** Of the whole country only. */
  readonly provinces?: readonly ProvinceCount[];
}

export const EMPTY_REPLICA: Replica = { cursor: null, campaign: null, programme: [], events: new Map() };

/** One pull under way. Throwing `staging` away at any moment is safe: `visible` is whole and its cursor is its own. */
export interface SyncState {
  readonly visible: Replica;
  /** A full copy that is still arriving. */
  readonly staging: Replica | null;
}

/** The cursor that the next request carries. */
export function nextCursor(state: SyncState): string | null {
  return (state.staging ?? state.visible).cursor;
}

function applyEvents(events: ReadonlyMap<string, QualityEvent>, page: FeedPage): ReadonlyMap<string, QualityEvent> {
  const gone = page.removed.filter((id) => events.has(id));
  const newer = page.events.filter((event) => event.rev > (events.get(event.id)?.rev ?? -1));
  if (gone.length === 0 && newer.length === 0) return events;
  const next = new Map(events);
  for (const id of gone) next.delete(id);
  for (const event of newer) next.set(event.id, event);
  return next;
}

const isSame = (one: readonly ProvinceCount[], other: readonly ProvinceCount[]): boolean =>
  one.length === other.length &&
  one.every(({ code, count }, index) => code === other[index]?.code && count === other[index].count);

function provincesOf(base: Replica, page: FeedPage): Pick<Replica, 'provinces'> {
  const old = base.provinces;
  const next = page.provinces && old && isSame(old, page.provinces) ? old : (page.provinces ?? old);
  return next ? { provinces: next } : {};
}

/**
 * The state after a page that answered a request with `nextCursor(state)`.
 *
 * - A delta page changes the visible copy at once, cursor included: what it says is true whether or not more follows.
 * - A `reset` page belongs to a full copy. It is gathered in `staging`, and the visible copy is replaced in one step
 *   by the page that says `more: false`.
 * - A `first` page arriving midway throws away what was gathered, or that copy's events would live on as ghosts.
 * - A page without `reset` that answers a full copy's cursor brings that copy up to date; it is still not shown.
 * - A lower `rev` never overwrites a higher one, so a page that a cache delivers late does no harm.
 * - What did not change keeps its identity: a store's selectors, and the snapshot, compare by reference.
 */
export function applyDelta(state: SyncState, page: FeedPage): SyncState {
  const startsOver = page.reset && (page.first || state.staging === null);
  const base = startsOver ? EMPTY_REPLICA : (state.staging ?? state.visible);
  const next: Replica = {
    cursor: page.cursor,
    campaign: page.campaign ?? base.campaign,
    programme: page.programme ?? base.programme,
    events: applyEvents(base.events, page),
    ...provincesOf(base, page),
  };
  const gathering = page.reset || state.staging !== null;
  return gathering && page.more ? { visible: state.visible, staging: next } : { visible: next, staging: null };
}
