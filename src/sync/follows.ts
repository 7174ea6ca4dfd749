/** Followed events (关注): kept on this phone only; no server knows of them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { applySeen, changesOf, WatchSchema } from '../domain/change';
import { EventSchema, type QualityEvent } from '../domain/event';
import { applyHeardOf, type Watched } from '../domain/watched';
import { read, write } from '../platform/storage';

const KEY = 'follows';
/** Storage holds 1 MB a key; nobody keeps an eye on more. */
const MOST = 200;

const RowSchema = v.object({ event: EventSchema, watch: WatchSchema });
const StoredSchema = v.array(v.unknown());

export interface Follows extends Watched {
  /** Latest followed first. */
  readonly ids: readonly string[];
}

/** A row that does not parse is left out: the event can be followed again. */
function stored(): Follows {
  const rows = v.safeParse(StoredSchema, read(KEY));
  const parsed = (rows.success ? rows.output : []).flatMap((row) => {
    const { success, output } = v.safeParse(RowSchema, row);
    return success ? [output] : [];
  });
  return {
    ids: parsed.map(({ event }) => event.id),
    events: Object.fromEntries(parsed.map(({ event }) => [event.id, event])),
    watches: Object.fromEntries(parsed.map(({ event, watch }) => [event.id, watch])),
  };
}

export const follows = createStore<Follows>(stored);

/** The smallest slice that a screen needs. */
export function useFollows<T>(selector: (state: Follows) => T): T {
  return useStore(follows, selector);
}

function change(next: Follows): void {
  follows.setState(next);
  const rows = next.ids.map((id) => ({ event: next.events[id], watch: next.watches[id] }));
  if (write(KEY, rows) === 'full') console.warn('no room to keep what is followed; it stays in memory');
}

/** `full`: as many as are kept are followed already. What is followed for the first time has no changes yet. */
export function follow(event: QualityEvent): 'ok' | 'full' {
  const state = follows.getState();
  if (state.ids.includes(event.id)) return 'ok';
  if (state.ids.length >= MOST) return 'full';
  change({ ...applyHeardOf(state, [event.id], () => event), ids: [event.id, ...state.ids] });
  return 'ok';
}

const without = <T>(all: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== id));

export function unfollow(id: string): void {
  const { ids, events, watches } = follows.getState();
  if (!ids.includes(id)) return;
  change({ ids: ids.filter((each) => each !== id), events: without(events, id), watches: without(watches, id) });
}

/** Something is heard of events; what changed in a followed one is kept until it is seen. */
export function hearOfFollowed(heard: (id: string) => QualityEvent | undefined): void {
  const state = follows.getState();
  const next = applyHeardOf(state, state.ids, heard);
  if (next !== state) change(next);
}

/** The person has looked at what changed. */
export function markFollowedSeen(id: string): void {
  const state = follows.getState();
  const watch = state.watches[id];
  if (watch === undefined || changesOf(watch).length === 0) return;
  change({ ...state, watches: { ...state.watches, [id]: applySeen(watch) } });
}
