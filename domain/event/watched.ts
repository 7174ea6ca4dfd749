/** Events that somebody keeps an eye on, wherever they are held: what is known of each, and what was seen of it. */
import { applyHeard, type Watch } from './change';
import type { QualityEvent } from './event';

export interface Watched {
  readonly events: Readonly<Record<string, QualityEvent>>;
  readonly watches: Readonly<Record<string, Watch>>;
}

/**
 * After something was heard of events: of each of `ids` the latest form is kept, and what changed in it until it is seen.
 * The same object where nothing is new.
 */
export function applyHeardOf<T extends Watched>(
  watched: T,
  ids: Iterable<string>,
  heard: (id: string) => QualityEvent | undefined,
): T {
  const events = { ...watched.events };
  const watches = { ...watched.watches };
  let isNew = false;
  for (const id of new Set(ids)) {
    const event = heard(id);
    if (event === undefined) continue;
    const watch = applyHeard(watches[id], event);
    if (watch === watches[id] && events[id] !== undefined) continue;
    watches[id] = watch;
    if (watch.rev === event.rev) events[id] = event;
    isNew = true;
  }
  return isNew ? { ...watched, events, watches } : watched;
}
