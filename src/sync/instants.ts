/** The next instant that changes what any screen says, over every event that this phone may be showing. */
import { nextInstant } from '../../domain/event/next-instant';
import type { Unsubscribe } from '../platform/lifecycle';
import { eventsFetched, fetchedEvents } from './fetched-events';
import { knownEvents } from './known-events';
import { replicaOf } from './replica';

const current = replicaOf(null).store;

/** Epoch ms. Events of a sign-up, a follow and a shared card may be of another region than the copy. */
export function nextShownInstant(now: number): number {
  const elsewhere = [...Object.values(knownEvents.getState().events), ...eventsFetched()];
  return nextInstant([...current.getState().replica.events.values(), ...elsewhere], now);
}

/** Calls `listener` each time that the events may differ, and so the next instant. */
export function onShownEvents(listener: () => void): Unsubscribe {
  const stops = [
    current.subscribe(({ replica }, previous) => {
      if (replica.events !== previous.replica.events) listener();
    }),
    knownEvents.subscribe(listener),
    fetchedEvents.subscribe(listener),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
