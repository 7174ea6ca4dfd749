/** My sign-ups: the stored copy at once, readable offline; then as the server has them. */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { CITIZEN } from '../../domain/api/citizen';
import { applySeen, changesOf, WatchSchema } from '../../domain/event/change';
import { EventSchema, type QualityEvent } from '../../domain/event/event';
import { type SignUp, SignUpAnswerSchema, SignUpListSchema, SignUpSchema } from '../../domain/sign-up/sign-up';
import { applyHeardOf, type Watched } from '../../domain/event/watched';
import { callServer } from '../platform/request';
import { hearServerClock } from './now';
import { persisted } from './persisted';
import { singleFlight } from './pull';
import { asAccount, problemCode } from './session';

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

function toSignUps({ signUps, events, watches }: v.InferOutput<typeof StoredSchema>): MySignUpsState {
  const whole = Object.entries(watches).flatMap(([id, watch]) => (watch === null ? [] : [[id, watch] as const]));
  return {
    signUps: kept(SignUpSchema, signUps),
    events: byId(kept(EventSchema, events)),
    watches: Object.fromEntries(whole),
  };
}

const store = persisted<MySignUpsState, v.InferOutput<typeof StoredSchema>>({
  key: 'sign-ups',
  version: 1,
  schema: StoredSchema,
  empty: { signUps: [], events: {}, watches: {} },
  toState: toSignUps,
  toStored: ({ signUps, events, watches }) => ({ signUps, events: Object.values(events), watches }),
  owner: 'account',
  missed: 'ticket',
});
export const mySignUps = store.store;

/** The smallest slice that a screen needs. */
export function useMySignUps<T>(selector: (state: MySignUpsState) => T): T {
  return useStore(mySignUps, selector);
}

/** Something is heard of events; what changed in mine is kept until it is seen. */
export function hearEvents(heard: (id: string) => QualityEvent | undefined): void {
  store.update((state) =>
    applyHeardOf(
      state,
      state.signUps.map(({ eventId }) => eventId),
      heard,
    ),
  );
}

/** One sign-up as the server has just answered it, and the event that it is for. */
export function takeSignUp(signUp: SignUp, event: QualityEvent): void {
  store.update((state) => ({ ...state, signUps: [signUp, ...state.signUps.filter(({ id }) => id !== signUp.id)] }));
  hearEvents((id) => (id === event.id ? event : undefined));
}

/** One that this phone has already, as the server has just answered it. */
export function replaceSignUp(signUp: SignUp): void {
  store.update((state) => ({
    ...state,
    signUps: state.signUps.map((each) => (each.id === signUp.id ? signUp : each)),
  }));
}

/** Its owner has looked at the event: there is nothing new in it any more. */
export function markSignedUpSeen(eventId: string): void {
  store.update((state) => {
    const watch = state.watches[eventId];
    if (watch === undefined || changesOf(watch).length === 0) return state;
    return { ...state, watches: { ...state.watches, [eventId]: applySeen(watch) } };
  });
}

async function pull(): Promise<void> {
  const answer = await asAccount((token) => callServer(CITIZEN.signUps, { timeoutMs: TIMEOUT_MS, token }));
  if (!answer.ok) return;
  const parsed = v.safeParse(SignUpListSchema, answer.body);
  if (!parsed.success) return;
  if (answer.serverDate !== null) hearServerClock(answer.serverDate);
  const { signUps, events } = parsed.output;
  const fresh = byId(events);
  const mine = new Set(signUps.map(({ eventId }) => eventId));
  const keep = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => mine.has(id)));
  store.update((state) => ({ signUps, events: keep(state.events), watches: keep(state.watches) }));
  hearEvents((id) => fresh[id]);
}

/** Asks the server for all of them; without an answer the copy that stands is as good as it was. */
export const pullSignUps = singleFlight(pull);

export type CancelOutcome = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** Cancels at the server. Asked twice, it is done once; without an answer it is not known, and may be asked again. */
export async function cancelSignUp(id: string): Promise<CancelOutcome> {
  const answer = await asAccount((token) =>
    callServer(CITIZEN.cancelSignUp, { timeoutMs: TIMEOUT_MS, token, params: { id } }),
  );
  if (!answer.ok)
    return { ok: false, code: problemCode(answer) ?? (answer.reason === 'http' ? 'server' : answer.reason) };
  const parsed = v.safeParse(SignUpAnswerSchema, answer.body);
  if (!parsed.success) return { ok: false, code: 'garbage' };
  replaceSignUp(parsed.output.signUp);
  return { ok: true };
}
