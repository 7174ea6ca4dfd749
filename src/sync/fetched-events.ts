/**
 * One event, asked for by itself: a person who opens a shared card may have chosen no region, another region than the event's,
 * or never have seen the app. Kept in memory only; what one follows or signed up for is kept elsewhere.
 */
import { CITIZEN } from '../../domain/api/citizen';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Basis, EventAnswerSchema, type QualityEvent } from '../../domain/event/event';
import { call, isPassing } from './call';
import { updateKnownEvents } from './known-events';
import { useKnownEvent } from './my-events';
import { useReplica } from './replica';

const EVENT = { ...CITIZEN.event, answer: EventAnswerSchema } as const;

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
  const answer = await call(EVENT, { params: { id } });
  if (!answer.ok) {
    // Any other refusal is of the link, and asking again never helps.
    if (answer.reason === 'http') return isPassing(answer) ? 'failed' : 'gone';
    return answer.reason === 'garbage' ? 'failed' : 'offline';
  }
  if (answer.value.id !== id) return 'failed';
  const { basis, ...event } = answer.value;
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
  updateKnownEvents((other) => (other === id ? answer.event : undefined));
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
