/** Events that a person follows or has signed up for: what is known of each, and what changed in it until it is seen. */
import { acknowledge, applyUpdate, type ChangeTracker, changesOf } from './change';
import type { QualityEvent } from './event';

/** By event id; an event has a tracker, and a tracker has its event. */
export interface KnownEvents {
  readonly events: Readonly<Record<string, QualityEvent>>;
  readonly trackers: Readonly<Record<string, ChangeTracker>>;
}

export const NO_EVENTS: KnownEvents = { events: {}, trackers: {} };

/**
 * The known events after news of some: of each of `ids` the latest form is kept, and what changed in it until it is seen.
 * An older form changes nothing. The same object where nothing is new.
 */
export function applyUpdates(
  known: KnownEvents,
  ids: Iterable<string>,
  find: (id: string) => QualityEvent | undefined,
): KnownEvents {
  const events = { ...known.events };
  const trackers = { ...known.trackers };
  let isNew = false;
  for (const id of new Set(ids)) {
    const event = find(id);
    if (event === undefined) continue;
    const tracker = applyUpdate(trackers[id], event);
    if (tracker === trackers[id] && events[id] !== undefined) continue;
    trackers[id] = tracker;
    if (tracker.rev === event.rev) events[id] = event;
    isNew = true;
  }
  return isNew ? { events, trackers } : known;
}

/** The known events after the person has looked at one. */
export function acknowledgeEvent(known: KnownEvents, id: string): KnownEvents {
  const tracker = known.trackers[id];
  if (tracker === undefined || changesOf(tracker).length === 0) return known;
  return { ...known, trackers: { ...known.trackers, [id]: acknowledge(tracker) } };
}

/** Only those of `ids`; the same object where that is all of them. */
export function keepOnly(known: KnownEvents, ids: ReadonlySet<string>): KnownEvents {
  const isKept = ([id]: readonly [string, unknown]): boolean => ids.has(id);
  if (Object.entries(known.events).every(isKept)) return known;
  return {
    events: Object.fromEntries(Object.entries(known.events).filter(isKept)),
    trackers: Object.fromEntries(Object.entries(known.trackers).filter(isKept)),
  };
}
