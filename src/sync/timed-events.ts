/** The phone's copy in order, with its times parsed: once for every screen that lists it. */
import { inOrder, type TimedEvent } from '../../domain/event/agenda';
import type { QualityEvent } from '../../domain/event/event';
import { useReplica } from './replica';

let last: { readonly events: ReadonlyMap<string, QualityEvent>; readonly timed: readonly TimedEvent[] } | null = null;

/** The same array until a sync changes one of the events. */
export function timedOf(events: ReadonlyMap<string, QualityEvent>): readonly TimedEvent[] {
  if (last?.events !== events) last = { events, timed: inOrder(events.values()) };
  return last.timed;
}

/** All events of the campaign that is on, by start, then end; the same array until a sync changes one of them. */
export function useTimedEvents(): readonly TimedEvent[] {
  return timedOf(useReplica((state) => state.replica.events));
}
