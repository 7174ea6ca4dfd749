/**
 * One event, asked for by itself: whoever opens a shared card may have chosen no region, another region than the event's,
 * or never have seen the app. Kept in memory only; what one follows or signed up for is kept elsewhere.
 */
import { useEffect } from 'react';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { CITIZEN } from '../../domain/api/citizen';
import { type Basis, EventAnswerSchema, type QualityEvent } from '../../domain/event/event';
import { callServer } from '../platform/request';
import { hearOfFollowed } from './follows';
import { hearServerClock } from './now';
import { useReplica } from './replica';
import { hearEvents } from './sign-ups';
import { useKnownEvent } from './standing';

const TIMEOUT_MS = 10_000;
/** They say nothing of the event: it is worth asking again. */
const PASSING = [408, 429];

interface Told {
  readonly event: QualityEvent;
  readonly basis: Basis | undefined;
}

/** `gone`: the server has no such event, or has it no more. */
type Failure = 'gone' | 'offline' | 'failed';

interface Fetched {
  /** What the server last said of it. It stays while the server is asked again, and where it cannot be reached. */
  readonly told: Told | undefined;
  readonly state: 'here' | 'asking' | Failure;
}

const store = createStore<Readonly<Record<string, Fetched>>>(() => ({}));
export { store as fetchedEvents };

/** Those of them that have arrived. */
export function eventsFetched(): readonly QualityEvent[] {
  return Object.values(store.getState()).flatMap(({ told }) => (told === undefined ? [] : [told.event]));
}

async function ask(id: string): Promise<Told | Failure> {
  const answer = await callServer(CITIZEN.event, { timeoutMs: TIMEOUT_MS, params: { id } });
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
  const before = store.getState()[id];
  if (id === '' || before?.state === 'asking') return;
  store.setState({ [id]: { told: before?.told, state: 'asking' } });
  const answer = await ask(id);
  if (typeof answer === 'string') {
    store.setState({ [id]: { told: answer === 'gone' ? undefined : before?.told, state: answer } });
    return;
  }
  store.setState({ [id]: { told: answer, state: 'here' } });
  const heard = (other: string): QualityEvent | undefined => (other === id ? answer.event : undefined);
  hearEvents(heard);
  hearOfFollowed(heard);
}

export interface ShownEvent {
  /** As the region's copy has it, else as the server just said, else as this phone last knew it. */
  readonly event: QualityEvent | undefined;
  /** What it rests on, where the server said so: this phone may have no programme. */
  readonly basis: Basis | undefined;
  /** How the question to the server stands; `here`: there is nothing to ask. */
  readonly state: Fetched['state'];
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
  const { told, state = 'asking' } = fetched ?? {};
  return { event: told?.event ?? known, basis: told?.basis, state };
}
