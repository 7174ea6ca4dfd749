/** Followed events (关注): kept on this phone only; no server knows of them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { applySeen, changesOf, WatchSchema } from '../../domain/event/change';
import { EventSchema, type QualityEvent } from '../../domain/event/event';
import { applyHeardOf, type Watched } from '../../domain/event/watched';
import { persisted } from './persisted';
import { MOST_FOLLOWED } from '../../domain/policy';

const RowSchema = v.object({ event: EventSchema, watch: WatchSchema });
const StoredSchema = v.array(v.unknown());

export interface Follows extends Watched {
  /** Latest followed first. */
  readonly ids: readonly string[];
}

/** A row that does not parse is left out: the event can be followed again. */
function toFollows(rows: readonly unknown[]): Follows {
  const parsed = rows.flatMap((row) => {
    const { success, output } = v.safeParse(RowSchema, row);
    return success ? [output] : [];
  });
  return {
    ids: parsed.map(({ event }) => event.id),
    events: Object.fromEntries(parsed.map(({ event }) => [event.id, event])),
    watches: Object.fromEntries(parsed.map(({ event, watch }) => [event.id, watch])),
  };
}

const kept = persisted<Follows, unknown[]>({
  key: 'follows',
  version: 1,
  schema: StoredSchema,
  empty: { ids: [], events: {}, watches: {} },
  toState: toFollows,
  toStored: ({ ids, events, watches }) => ids.map((id) => ({ event: events[id], watch: watches[id] })),
  owner: 'phone',
  missed: 'follow',
});
export const follows = kept.store;

/** The smallest slice that a screen needs. */
export function useFollows<T>(selector: (state: Follows) => T): T {
  return useStore(follows, selector);
}

/** `full`: as many as are kept are followed already. What is followed for the first time has no changes yet. */
export function follow(event: QualityEvent): 'ok' | 'full' {
  let outcome: 'ok' | 'full' = 'ok';
  kept.update((state) => {
    if (state.ids.includes(event.id)) return state;
    if (state.ids.length < MOST_FOLLOWED) {
      return { ...applyHeardOf(state, [event.id], () => event), ids: [event.id, ...state.ids] };
    }
    outcome = 'full';
    return state;
  });
  return outcome;
}

const without = <T>(all: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== id));

export function unfollow(id: string): void {
  kept.update((state) => {
    const { ids, events, watches } = state;
    if (!ids.includes(id)) return state;
    return { ids: ids.filter((each) => each !== id), events: without(events, id), watches: without(watches, id) };
  });
}

/** Something is heard of events; what changed in a followed one is kept until it is seen. */
export function hearOfFollowed(heard: (id: string) => QualityEvent | undefined): void {
  kept.update((state) => applyHeardOf(state, state.ids, heard));
}

/** The person has looked at what changed. */
export function markFollowedSeen(id: string): void {
  kept.update((state) => {
    const watch = state.watches[id];
    if (watch === undefined || changesOf(watch).length === 0) return state;
    return { ...state, watches: { ...state.watches, [id]: applySeen(watch) } };
  });
}
