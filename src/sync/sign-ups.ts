/** My sign-ups: the stored copy at once, readable offline; then as the server has them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { applySeen, changesOf, WatchSchema } from '../domain/change';
import { EventSchema, type QualityEvent } from '../domain/event';
import { type SignUp, SignUpAnswerSchema, SignUpListSchema, SignUpSchema } from '../domain/sign-up';
import { applyHeardOf, type Watched } from '../domain/watched';
import { getJson, postJson } from '../platform/request';
import { read, write } from '../platform/storage';
import { hearServerClock } from './now';
import { singleFlight } from './pull';
import { asAccount, problemCode } from './session';

const KEY = 'sign-ups';
const TIMEOUT_MS = 15_000;

/** With the events that they are for, whatever region is chosen now. */
export interface MySignUpsState extends Watched {
  readonly signUps: readonly SignUp[];
}

/** What does not parse of a stored copy is left out; the server has it. */
const kept = <T>(schema: v.GenericSchema<unknown, T>, values: readonly unknown[]): T[] =>
  values.flatMap((value) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [parsed.output] : [];
  });

const StoredSchema = v.object({
  signUps: v.array(v.unknown()),
  events: v.array(v.unknown()),
  watches: v.record(v.string(), v.fallback(v.nullable(WatchSchema), null)),
});

const byId = (events: readonly QualityEvent[]): Record<string, QualityEvent> =>
  Object.fromEntries(events.map((event) => [event.id, event]));

function stored(): MySignUpsState {
  const parsed = v.safeParse(StoredSchema, read(KEY));
  if (!parsed.success) return { signUps: [], events: {}, watches: {} };
  const { signUps, events, watches } = parsed.output;
  const whole = Object.entries(watches).flatMap(([id, watch]) => (watch === null ? [] : [[id, watch] as const]));
  return {
    signUps: kept(SignUpSchema, signUps),
    events: byId(kept(EventSchema, events)),
    watches: Object.fromEntries(whole),
  };
}

export const mySignUps = createStore<MySignUpsState>(stored);

/** The smallest slice that a screen needs. */
export function useMySignUps<T>(selector: (state: MySignUpsState) => T): T {
  return useStore(mySignUps, selector);
}

function change(part: Partial<MySignUpsState>): void {
  mySignUps.setState(part);
  const { signUps, events, watches } = mySignUps.getState();
  if (write(KEY, { signUps, events: Object.values(events), watches }) === 'full') {
    console.warn('no room to keep the sign-ups; they stay in memory');
  }
}

/** Something is heard of events; what changed in mine is kept until it is seen. */
export function hearEvents(heard: (id: string) => QualityEvent | undefined): void {
  const state = mySignUps.getState();
  const next = applyHeardOf(
    state,
    state.signUps.map(({ eventId }) => eventId),
    heard,
  );
  if (next !== state) change(next);
}

/** One sign-up as the server has just answered it, and the event that it is for. */
export function takeSignUp(signUp: SignUp, event: QualityEvent): void {
  const others = mySignUps.getState().signUps.filter(({ id }) => id !== signUp.id);
  change({ signUps: [signUp, ...others] });
  hearEvents((id) => (id === event.id ? event : undefined));
}

/** One that this phone has already, as the server has just answered it. */
export function replaceSignUp(signUp: SignUp): void {
  change({ signUps: mySignUps.getState().signUps.map((each) => (each.id === signUp.id ? signUp : each)) });
}

/** Its owner has looked at the event: there is nothing new in it any more. */
export function markSignedUpSeen(eventId: string): void {
  const { watches } = mySignUps.getState();
  const watch = watches[eventId];
  if (watch === undefined || changesOf(watch).length === 0) return;
  change({ watches: { ...watches, [eventId]: applySeen(watch) } });
}

async function pull(): Promise<void> {
  const answer = await asAccount((token) => getJson('/api/v1/sign-ups', { timeoutMs: TIMEOUT_MS, token }));
  if (!answer.ok) return;
  const parsed = v.safeParse(SignUpListSchema, answer.body);
  if (!parsed.success) return;
  if (answer.serverDate !== null) hearServerClock(answer.serverDate);
  const { signUps, events } = parsed.output;
  const fresh = byId(events);
  const { watches, events: known } = mySignUps.getState();
  const mine = new Set(signUps.map(({ eventId }) => eventId));
  const keep = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => mine.has(id)));
  change({ signUps, events: keep(known), watches: keep(watches) });
  hearEvents((id) => fresh[id]);
}

/** Asks the server for all of them; without an answer the copy that stands is as good as it was. */
export const pullSignUps = singleFlight(pull);

export type CancelOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Cancels at the server. Asked twice, it is done once; without an answer it is not known, and may be asked again. */
export async function cancelSignUp(id: string): Promise<CancelOutcome> {
  const path = `/api/v1/sign-ups/${encodeURIComponent(id)}/cancel`;
  const answer = await asAccount((token) => postJson(path, { timeoutMs: TIMEOUT_MS, token }));
  if (!answer.ok)
    return { ok: false, code: problemCode(answer) ?? (answer.reason === 'http' ? 'server' : answer.reason) };
  const parsed = v.safeParse(SignUpAnswerSchema, answer.body);
  if (!parsed.success) return { ok: false, code: 'garbage' };
  replaceSignUp(parsed.output.signUp);
  return { ok: true };
}

/** Everything of the account is gone from the server; so it is from here. */
export function forgetSignUps(): void {
  change({ signUps: [], events: {}, watches: {} });
}
