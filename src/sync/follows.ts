/** Followed events (关注): kept on this phone only; no server knows of them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import type { QualityEvent } from '../../domain/event/event';
import { dropUnheldEvents, holdEvents, keepEvent } from './known-events';
import { persisted } from './persisted';
import { MOST_FOLLOWED } from '../../domain/policy';

export interface Follows {
  /** Latest followed first. */
  readonly ids: readonly string[];
}

/** Older versions stored the whole event. What does not parse is left out: it can be followed again. */
const IdSchema = v.union([
  v.string(),
  v.pipe(
    v.object({ event: v.object({ id: v.string() }) }),
    v.transform(({ event }) => event.id),
  ),
]);

const toIds = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => {
    const id = v.safeParse(IdSchema, value);
    return id.success ? [id.output] : [];
  });

const { store, update, refresh } = persisted<Follows, unknown[]>({
  key: 'follows',
  version: 1,
  schema: v.array(v.unknown()),
  empty: { ids: [] },
  toState: (values) => ({ ids: toIds(values) }),
  toStored: ({ ids }) => ids,
  owner: 'phone',
  missed: 'follow',
});
export const follows = store;

holdEvents({ owner: 'phone', missed: 'follow', refresh, ids: () => store.getState().ids });

/** The smallest slice that a screen needs. */
export function useFollows<T>(selector: (state: Follows) => T): T {
  return useStore(follows, selector);
}

/** `full`: as many as are kept are followed already. What is followed for the first time has no changes yet. */
export function follow(event: QualityEvent): 'ok' | 'full' {
  update((state) => {
    const { ids } = state;
    return ids.includes(event.id) || ids.length >= MOST_FOLLOWED ? state : { ids: [event.id, ...ids] };
  });
  if (!store.getState().ids.includes(event.id)) return 'full';
  keepEvent(event);
  return 'ok';
}

export function unfollow(id: string): void {
  update((state) => (state.ids.includes(id) ? { ids: state.ids.filter((each) => each !== id) } : state));
  dropUnheldEvents();
}
