/** The phone's copy in order: sorted once for every screen that lists it. */
import { inOrder } from '../../domain/event/agenda';
import type { QualityEvent } from '../../domain/event/event';
import { useReplica } from './replica';

type Events = ReadonlyMap<string, QualityEvent>;

const sorted = new WeakMap<Events, readonly QualityEvent[]>();

/** The same array until a sync changes one of the events. */
export function eventsInOrder(events: Events): readonly QualityEvent[] {
  let known = sorted.get(events);
  if (known === undefined) {
    known = inOrder(events.values());
    sorted.set(events, known);
  }
  return known;
}

/** All events of the campaign that is on, by start, then end; the same array until a sync changes one of them. */
export function useEventsInOrder(): readonly QualityEvent[] {
  return eventsInOrder(useReplica((state) => state.replica.events));
}
