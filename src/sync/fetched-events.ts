/**
 * One event, asked for by itself: whoever opens a shared card may have chosen no region, another region than the event's,
 * or never have seen the app. Kept in memory only; what one follows or signed up for is kept elsewhere.
 */
import { useEffect } from 'react';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Basis, EventAnswerSchema, type QualityEvent } from '../domain/event';
import { getJson } from '../platform/request';
import { hearOfFollowed } from './follows';
import { hearServerClock } from './now';
import { useReplica } from './replica';
import { hearEvents } from './sign-ups';
import { useKnownEvent } from './standing';

const TIMEOUT_MS = 10_000;
/** They say nothing of the event: it is worth asking again. */
const PASSING = [408, 429];

/** `gone`: the server has no such event, or has it no more. */
type Fetched =
  { readonly event: QualityEvent; readonly basis: Basis | undefined } | 'asking' | 'gone' | 'offline' | 'failed';

const store = createStore<Readonly<Record<string, Fetched>>>(() => ({}));
export { store as fetchedEvents };

/** Those of them that have arrived. */
export function eventsFetched(): readonly QualityEvent[] {
  return Object.values(store.getState()).flatMap((each) => (typeof each === 'object' ? [each.event] : []));
}

async function ask(id: string): Promise<Fetched> {
  const answer = await getJson(`/api/v1/events/${encodeURIComponent(id)}`, { timeoutMs: TIMEOUT_MS });
  if (!answer.ok) {
    // Any other refusal is of the link, and asking again never helps.
    if (answer.reason === 'http') return answer.status < 500 && !PASSING.includes(answer.status) ? 'gone' : 'failed';
    return answer.reason === 'garbage' ? 'failed' : 'offline';
  }
  const parsed = v.safeParse(EventAnswerSchema, answer.body);
  if (!parsed.success || parsed.output.id !== id) return 'failed';
  if (answer.serverDate !== null) hearServerClock(answer.serverDate);
  const { basis, ...event } = parsed.output;
  return { event, basis };
}

/** Asks the server for the event; what it says of a followed or signed-up one counts as news of it. */
export async function fetchEvent(id: string): Promise<void> {
  if (id === '' || store.getState()[id] === 'asking') return;
  store.setState({ [id]: 'asking' });
  const fetched = await ask(id);
  store.setState({ [id]: fetched });
  if (typeof fetched === 'string') return;
  const heard = (other: string): QualityEvent | undefined => (other === id ? fetched.event : undefined);
  hearEvents(heard);
  hearOfFollowed(heard);
}

export interface ShownEvent {
  /** As the region's copy has it, else as the server just said, else as this phone last knew it. */
  readonly event: QualityEvent | undefined;
  /** What it rests on, where the server said so: this phone may have no programme. */
  readonly basis: Basis | undefined;
  /** How the question to the server stands; `here`: there is nothing to ask. */
  readonly state: 'here' | Exclude<Fetched, object>;
}

/** An event to show, wherever it is held; asked for when the region's copy does not have it. */
export function useShownEvent(id: string): ShownEvent {
  const isCopied = useReplica((state) => state.replica.events.has(id));
  const known = useKnownEvent(id);
  const fetched = useStore(store, (state) => state[id]);
  useEffect(() => {
    if (!isCopied) void fetchEvent(id);
  }, [id, isCopied]);
  if (isCopied) return { event: known, basis: undefined, state: 'here' };
  if (typeof fetched === 'object') return { ...fetched, state: 'here' };
  return { event: known, basis: undefined, state: fetched ?? 'asking' };
}
