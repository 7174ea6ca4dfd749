/** Seats as the server counts them, for display: only the sign-up itself decides. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Availability, AvailabilitySchema } from '../domain/event';
import { getJson } from '../platform/request';

const TIMEOUT_MS = 10_000;
const AnswerSchema = v.record(v.string(), AvailabilitySchema);

const store = createStore<{ readonly seats: Readonly<Record<string, Availability>> }>(() => ({ seats: {} }));

/** As last heard; `undefined`: not known. Never stored: yesterday's seats are worse than none. */
export function useAvailability(eventId: string): Availability | undefined {
  return useStore(store, ({ seats }) => seats[eventId]);
}

/** Without an answer, or about an event without sign-up, nothing is known. */
export async function loadAvailability(eventId: string): Promise<void> {
  const path = `/api/v1/availability?ids=${encodeURIComponent(eventId)}`;
  const answer = await getJson(path, { timeoutMs: TIMEOUT_MS });
  const parsed = answer.ok ? v.safeParse(AnswerSchema, answer.body) : null;
  const others = Object.entries(store.getState().seats).filter(([id]) => id !== eventId);
  const heard = parsed?.success === true ? parsed.output[eventId] : undefined;
  store.setState({ seats: { ...Object.fromEntries(others), ...(heard === undefined ? {} : { [eventId]: heard }) } });
}
