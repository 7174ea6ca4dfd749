/** Seats as the server counts them, for display: only the sign-up itself decides. */
import type { EventId } from '../../domain/ids';
import { CITIZEN } from '../../domain/api/citizen';
import { useEffect } from 'react';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Availability, AvailabilitySchema } from '../../domain/event/event';
import { busyFor, call } from './call';
import { share } from './coalesce';
import { now } from './now';
import { MOST_AVAILABILITY_IDS } from '../../domain/policy';

/** What was heard less long ago is not asked for again; after a failure nothing is asked for a while. */
const FRESH_MS = 60_000;
const RETRY_MS = 15_000;
/** Cards come into view one after the other while a list is scrolled; they are asked for together. */
const GATHER_MS = 200;
/** Sign-up opens on every phone at one moment, which they know from the feed: they ask spread over so long after it. */
const SPREAD_MS = 800;
const SEATS = {
  ...CITIZEN.availability,
  answer: v.record(v.string(), AvailabilitySchema),
} as const;

interface AvailabilityHandle {
  readonly store: StoreApi<{ readonly seats: Readonly<Record<string, Availability>> }>;
  readonly load: (eventId: EventId) => Promise<void>;
  /** A card came into view; the function given back says that it left. */
  readonly want: (eventId: EventId) => () => void;
}

function createAvailability(): AvailabilityHandle {
  const store = createStore<{ readonly seats: Readonly<Record<string, Availability>> }>(() => ({ seats: {} }));

  /**
   * Without an answer, or about an event without sign-up, nothing is known. Gives the milliseconds for which nothing is to
   * be asked, `null` where there was an answer.
   */
  const ask = async (ids: readonly string[]): Promise<number | null> => {
    const answer = await call(SEATS, { query: { ids: ids.join(',') } });
    const heard = answer.ok ? answer.value : {};
    const seats: Record<string, Availability> = { ...store.getState().seats };
    for (const id of ids) {
      const own = heard[id];
      if (own === undefined) Reflect.deleteProperty(seats, id);
      else seats[id] = own;
    }
    store.setState({ seats });
    if (answer.ok) return null;
    return Math.max(RETRY_MS, busyFor(answer) ?? 0) * (1 + Math.random());
  };

  /** How many cards in view want the seats of an event, by its id. */
  const wanted = new Map<string, number>();
  /** When each may be asked for again, epoch ms. */
  const askAgainAt = new Map<string, number>();
  /** Epoch ms: nothing is asked before. */
  let quietUntil = 0;

  const dueIds = (): string[] => {
    const at = now();
    if (at < quietUntil) return [];
    return [...wanted.keys()].filter((id) => (askAgainAt.get(id) ?? 0) <= at).slice(0, MOST_AVAILABILITY_IDS);
  };
  /** What came into view meanwhile goes with the next request. */
  const askForAll = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS + Math.random() * SPREAD_MS));
    for (let ids = dueIds(); ids.length > 0; ids = dueIds()) {
      for (const id of ids) askAgainAt.set(id, now() + FRESH_MS);
      const quietMs = await ask(ids);
      if (quietMs === null) continue;
      for (const id of ids) askAgainAt.delete(id);
      quietUntil = now() + quietMs;
    }
  };
  const gather: (key: 'all') => Promise<void> = share(askForAll);

  const want = (id: string): (() => void) => {
    wanted.set(id, (wanted.get(id) ?? 0) + 1);
    if (dueIds().length > 0) void gather('all');
    return () => {
      const left = (wanted.get(id) ?? 1) - 1;
      if (left > 0) wanted.set(id, left);
      else wanted.delete(id);
    };
  };
  const load = async (eventId: EventId): Promise<void> => {
    await ask([eventId]);
  };
  return { store, load, want };
}

const { store, load, want } = createAvailability();
export const loadAvailability = load;

/** As last heard; `undefined`: not known. Never stored: yesterday's seats are worse than none. */
export function useAvailability(eventId: EventId): Availability | undefined {
  return useStore(store, ({ seats }) => seats[eventId]);
}

/** The seats of an event while its card is in view; asked for only when `isOpen`, and again while it stays. */
export function useSeatsInView(eventId: EventId, isOpen: boolean, at: number): Availability | undefined {
  useEffect(() => (isOpen ? want(eventId) : undefined), [eventId, isOpen, at]);
  const seats = useAvailability(eventId);
  return isOpen ? seats : undefined;
}
