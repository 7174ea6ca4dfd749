/** Seats as the server counts them, for display: only the sign-up itself decides. */
import { useEffect } from 'react';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { CITIZEN } from '../../domain/api/citizen';
import { type Availability, AvailabilitySchema } from '../../domain/event/event';
import { callServer } from '../platform/request';
import { now } from './now';

const TIMEOUT_MS = 10_000;
/** What was heard less long ago is not asked for again; after a failure nothing is asked for a while. */
const FRESH_MS = 60_000;
const RETRY_MS = 15_000;
/** Cards come into view one after the other while a list is scrolled; they are asked for together. */
const GATHER_MS = 200;
/** As many as the server takes in one request. */
const MOST = 100;
const AnswerSchema = v.record(v.string(), AvailabilitySchema);

const store = createStore<{ readonly seats: Readonly<Record<string, Availability>> }>(() => ({ seats: {} }));

/** As last heard; `undefined`: not known. Never stored: yesterday's seats are worse than none. */
export function useAvailability(eventId: string): Availability | undefined {
  return useStore(store, ({ seats }) => seats[eventId]);
}

/** Without an answer, or about an event without sign-up, nothing is known. Says whether there was an answer. */
async function ask(ids: readonly string[]): Promise<boolean> {
  const answer = await callServer(CITIZEN.availability, { timeoutMs: TIMEOUT_MS, query: { ids: ids.join(',') } });
  const parsed = answer.ok ? v.safeParse(AnswerSchema, answer.body) : null;
  const heard = parsed?.success === true ? parsed.output : {};
  const seats: Record<string, Availability> = { ...store.getState().seats };
  for (const id of ids) {
    const own = heard[id];
    if (own === undefined) Reflect.deleteProperty(seats, id);
    else seats[id] = own;
  }
  store.setState({ seats });
  return parsed?.success === true;
}

export async function loadAvailability(eventId: string): Promise<void> {
  await ask([eventId]);
}

/** How many cards in view want the seats of an event, by its id. */
const wanted = new Map<string, number>();
/** When each may be asked for again, epoch ms. */
const askAgainAt = new Map<string, number>();
/** Epoch ms: nothing is asked before. */
let quietUntil = 0;
let isGathering = false;

function dueIds(): string[] {
  const at = now();
  if (at < quietUntil) return [];
  return [...wanted.keys()].filter((id) => (askAgainAt.get(id) ?? 0) <= at).slice(0, MOST);
}

/** One request at a time; what came into view meanwhile goes with the next. */
async function askForAll(): Promise<void> {
  for (let ids = dueIds(); ids.length > 0; ids = dueIds()) {
    for (const id of ids) askAgainAt.set(id, now() + FRESH_MS);
    if (await ask(ids)) continue;
    for (const id of ids) askAgainAt.delete(id);
    quietUntil = now() + RETRY_MS;
  }
  isGathering = false;
}

function gather(): void {
  if (isGathering || dueIds().length === 0) return;
  isGathering = true;
  setTimeout(() => void askForAll(), GATHER_MS);
}

/** A card came into view; the function given back says that it left. */
function want(id: string): () => void {
  wanted.set(id, (wanted.get(id) ?? 0) + 1);
  gather();
  return () => {
    const left = (wanted.get(id) ?? 1) - 1;
    if (left > 0) wanted.set(id, left);
    else wanted.delete(id);
  };
}

/** The seats of an event while its card is in view; asked for only when `isOpen`, and again while it stays. */
export function useSeatsInView(eventId: string, isOpen: boolean, at: number): Availability | undefined {
  useEffect(() => (isOpen ? want(eventId) : undefined), [eventId, isOpen, at]);
  const seats = useAvailability(eventId);
  return isOpen ? seats : undefined;
}
