/**
 * Sign-ups on their way (docs/rules.md, "Sign-ups", rule 9). Each is stored before it is sent, counts as nothing but
 * *sending* until the server has answered, and is sent again with the same id until it does: after a lost reply, without
 * a network, and after the app was killed.
 */
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { EventSchema, type QualityEvent } from '../../domain/event/event';
import { type FieldError, FindingSchema } from '../../domain/problem/field-error';
import { ProblemSchema } from '../../domain/problem/problem';
import { SignUpAnswerSchema } from '../../domain/sign-up/sign-up';
import { freshId } from '../platform/random';
import { postJson } from '../platform/request';
import { forgetDraft } from './drafts';
import { hearServerClock } from './now';
import { persisted } from './persisted';
import { singleFlight } from './pull';
import { replicaOf } from './replica';
import { keepUnkept } from './room';
import { asAccount, type Call, openAccount } from './session';
import { pullSignUps, takeSignUp } from './sign-ups';

const TIMEOUT_MS = 15_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

const RefusalSchema = v.object({ code: v.string(), findings: v.array(FindingSchema) });
export type Refusal = v.InferOutput<typeof RefusalSchema>;

const EntrySchema = v.object({
  id: v.string(),
  eventId: v.string(),
  consent: v.string(),
  form: v.record(v.string(), v.unknown()),
  /** For the ticket. A copy that no longer parses must not cost the sign-up. */
  event: v.fallback(v.nullable(EventSchema), null),
  /** What the server said no with; `null` while it is being sent. */
  refusal: v.nullable(RefusalSchema),
});
type Entry = v.InferOutput<typeof EntrySchema>;

/**
 * Why the last attempt got no answer: nothing that the person typed is wrong. `no-room`: it was not sent, since the
 * phone could not keep whose seat it is.
 */
export type Hindrance = 'offline' | 'timeout' | 'server' | 'wechat' | 'no-room';

interface Outbox {
  readonly entries: readonly Entry[];
}

function toOutbox(values: readonly unknown[]): Outbox {
  const entries = values.flatMap((value) => {
    const entry = v.safeParse(EntrySchema, value);
    if (!entry.success) console.warn('a sign-up in the outbox did not parse and is dropped');
    return entry.success ? [entry.output] : [];
  });
  return { entries };
}

const store = persisted<Outbox, unknown[]>({
  key: 'outbox',
  version: 1,
  schema: v.array(v.unknown()),
  empty: { entries: [] },
  toState: toOutbox,
  toStored: ({ entries }) => entries,
  owner: 'account',
  missed: 'sign-up',
});
export const outbox = store.store;

/** How the last attempt went; not stored. `accepted`: sent though this phone cannot keep whose seat it is. */
export const sending = createStore<{ readonly hindrance: Hindrance | null; readonly accepted: readonly string[] }>(
  () => ({ hindrance: null, accepted: [] }),
);

function change(next: (entries: readonly Entry[]) => readonly Entry[]): void {
  store.update((state) => {
    const entries = next(state.entries);
    return entries === state.entries ? state : { entries };
  });
}

type Sent =
  | { readonly state: 'done' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'hindered'; readonly hindrance: Hindrance };

const hindered = (hindrance: Hindrance): Sent => ({ state: 'hindered', hindrance });

/** Statuses that say nothing of the sign-up itself: it is worth asking again. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408 || status === 401;

function refusalOf(answer: Extract<Call, { reason: 'http' }>): Refusal {
  const problem = v.safeParse(ProblemSchema, answer.problem);
  if (!problem.success) return { code: 'unknown', findings: [] };
  const findings = (problem.output.errors ?? []).map(({ path, code }): FieldError => ({
    path: path.replace(/^form\./, ''),
    code,
  }));
  return { code: problem.output.code, findings };
}

function hearAnswer(entry: Entry, answer: Call): Sent {
  if (!answer.ok) {
    if (answer.reason === 'http' && !isPassing(answer.status)) return { state: 'refused', refusal: refusalOf(answer) };
    if (answer.reason === 'offline' || answer.reason === 'timeout' || answer.reason === 'wechat') {
      return hindered(answer.reason);
    }
    return hindered('server');
  }
  const parsed = v.safeParse(SignUpAnswerSchema, answer.body);
  if (!parsed.success) return hindered('server');
  if (answer.serverDate !== null) hearServerClock(answer.serverDate);
  if (entry.event !== null) takeSignUp(parsed.output.signUp, entry.event);
  return { state: 'done' };
}

async function send(entry: Entry): Promise<Sent> {
  const { id, eventId, consent, form } = entry;
  const account = await openAccount();
  if (!account.ok) return hearAnswer(entry, account);
  if (account.fleeting && !sending.getState().accepted.includes(id)) return hindered('no-room');
  const body = { id, eventId, consent, form };
  const ask = (token: string): ReturnType<typeof postJson> =>
    postJson('/api/v1/sign-ups', { timeoutMs: TIMEOUT_MS, token, body });
  const sent = hearAnswer(entry, await asAccount(ask, { create: true }));
  if (sent.state === 'done') {
    change((entries) => entries.filter((each) => each.id !== id));
    forgetDraft(eventId);
    // An event that was not at hand comes with the list.
    if (entry.event === null) void pullSignUps();
  }
  if (sent.state === 'refused') {
    change((entries) => entries.map((each) => (each.id === id ? { ...each, refusal: sent.refusal } : each)));
    if (sent.refusal.code === 'already-signed-up') void pullSignUps();
    // What this phone knows of the event may be why: its terms, its times, the privacy text.
    else void replicaOf(null).pull();
  }
  return sent;
}

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function tryLater(): void {
  clearTimeout(timer);
  const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
  failures += 1;
  timer = setTimeout(() => void sendAll(), wait);
}

async function sendEach(): Promise<void> {
  clearTimeout(timer);
  let hindrance: Hindrance | null = null;
  for (const entry of outbox.getState().entries) {
    if (entry.refusal !== null) continue;
    const sent = await send(entry);
    if (sent.state === 'hindered') ({ hindrance } = sent);
    // The next would fare no better.
    if (hindrance === 'offline' || hindrance === 'wechat') break;
  }
  sending.setState({ hindrance });
  // Room does not come by waiting: the person is asked.
  if (hindrance === null || hindrance === 'no-room') failures = 0;
  else tryLater();
}

const sendAll = singleFlight(sendEach);

/** Sends what waits, at once: at the launch, on coming to the front, with the network, or because the person asks. */
export function flushOutbox(): Promise<void> {
  failures = 0;
  return sendAll();
}

export interface Submission {
  readonly event: QualityEvent;
  /** The version of the privacy text that was agreed to. */
  readonly consent: string;
  /** As checked by `parseForm`. */
  readonly form: Readonly<Record<string, unknown>>;
}

/** Puts a sign-up on its way. While one for the event is on its way, another is not taken: a double tap makes one. */
export function submitSignUp({ event, consent, form }: Submission): void {
  change((entries) => {
    if (entries.some((entry) => entry.eventId === event.id && entry.refusal === null)) return entries;
    const others = entries.filter((entry) => entry.eventId !== event.id);
    return [...others, { id: freshId(), eventId: event.id, consent, form, event, refusal: null }];
  });
  void flushOutbox();
}

/**
 * Takes a sign-up out of the outbox, with what was typed for it. A server that has it already, its answer lost, keeps it:
 * it shows up among the sign-ups, where it can be cancelled.
 */
export function giveUpSending(eventId: string): void {
  change((entries) => entries.filter((entry) => entry.eventId !== eventId));
  forgetDraft(eventId);
  void pullSignUps();
}

/** Nothing is tried again by itself: its owner has erased everything. */
export function stopSending(): void {
  clearTimeout(timer);
}

/** The person has made room: stores what found none, then sends. */
export async function sendWithRoom(): Promise<void> {
  keepUnkept();
  await flushOutbox();
}

/** The person takes the risk: sent for as long as the app is open, though nothing here will know of the seat later. */
export async function sendUnkept(eventId: string): Promise<void> {
  const ids = outbox
    .getState()
    .entries.filter((entry) => entry.eventId === eventId)
    .map(({ id }) => id);
  sending.setState(({ accepted }) => ({ accepted: [...accepted, ...ids] }));
  await flushOutbox();
}

/** Where the sign-up for an event stands: nothing on its way, being sent, or refused. */
export function useOutgoing(eventId: string): Entry | undefined {
  return useStore(outbox, ({ entries }) => entries.find((entry) => entry.eventId === eventId));
}

export function useHindrance(): Hindrance | null {
  return useStore(sending, ({ hindrance }) => hindrance);
}

/** Events that a sign-up is on its way to. */
export function useOutgoingEntries(): readonly Entry[] {
  return useStore(outbox, ({ entries }) => entries);
}
