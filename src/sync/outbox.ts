/**
 * Sign-ups on their way (docs/rules.md, "Sign-ups", rule 9): until the server has answered they count as nothing but
 * *sending*.
 */
import type { EventId } from '../../domain/ids';
import { CITIZEN } from '../../domain/api/citizen';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { QualityEvent } from '../../domain/event/event';
import { SignUpAnswerSchema } from '../../domain/sign-up/sign-up';
import { freshId } from '../platform/random';
import { busyFor, type CallFailure, isPassing } from './call';
import { forgetDraft } from './drafts';
import { durableQueue, type Receipt, type Sent } from './durable-queue';
import { dropUnheldEvents, holdEvents, keepEvent, knownEvents } from './known-events';
import { RefusalSchema, toRefusal } from './refusal';
import { replicaOf } from './replica';
import { keepUnkept } from './room';
import { type SendFailure, toSendFailure } from './send-failure';
import { callAsAccount, openAccount } from './session';
import { pullSignUps, takeSignUp } from './sign-ups';

const SIGN_UP = { ...CITIZEN.signUp, answer: SignUpAnswerSchema } as const;

const EntrySchema = v.object({
  id: v.string(),
  eventId: v.string(),
  consent: v.string(),
  form: v.record(v.string(), v.unknown()),
  refusal: v.nullable(RefusalSchema),
});
type Entry = v.InferOutput<typeof EntrySchema>;

/** Sign-ups that are sent though this phone cannot keep whose seat it is; for as long as the app is open. */
const accepted = createStore<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

const NO_RECEIPTS: ReadonlyMap<string, Receipt> = new Map();

function toSent(id: string, failure: CallFailure): Sent {
  if (isPassing(failure)) return { receipts: NO_RECEIPTS, failure: toSendFailure(failure), waitMs: busyFor(failure) };
  const refusal = toRefusal(failure);
  if (refusal.code === 'already-signed-up') void pullSignUps();
  // What this phone knows of the event may be why: its terms, its times, the privacy text.
  else void replicaOf(null).pull();
  return { receipts: new Map([[id, { state: 'refused', refusal }]]), failure: null };
}

async function send({ id, eventId, consent, form }: Entry): Promise<Sent> {
  const account = await openAccount();
  if (!account.ok) return toSent(id, account);
  if (account.fleeting && !accepted.getState().ids.includes(id)) {
    return { receipts: NO_RECEIPTS, failure: 'no-room' };
  }
  const answer = await callAsAccount(SIGN_UP, { body: { id, eventId, consent, form }, create: true });
  if (!answer.ok) return toSent(id, answer);
  takeSignUp(answer.value.signUp, knownEvents.getState().events[eventId]);
  forgetDraft(eventId);
  return { receipts: new Map([[id, { state: 'accepted' }]]), failure: null };
}

const queue = durableQueue<Entry>({
  key: 'outbox',
  version: 1,
  item: EntrySchema,
  owner: 'account',
  missed: 'sign-up',
  batch: 1,
  send: async ([entry]) => (entry === undefined ? { receipts: NO_RECEIPTS, failure: null } : send(entry)),
});
export const { store: outbox, progress: sending, flush: flushOutbox } = queue;

holdEvents({
  owner: 'account',
  missed: 'sign-up',
  refresh: queue.refresh,
  ids: () => outbox.getState().items.map(({ eventId }) => eventId),
});

export interface Submission {
  readonly event: QualityEvent;
  /** The version of the privacy text that was agreed to. */
  readonly consent: string;
  /** As checked by `parseForm`. */
  readonly form: Readonly<Record<string, unknown>>;
}

/** Puts a sign-up on its way. While one for the event is on its way, another is not taken: a double tap makes one. */
export function submitSignUp({ event, consent, form }: Submission): void {
  queue.change((items) => {
    if (items.some((entry) => entry.eventId === event.id && entry.refusal === null)) return items;
    const others = items.filter((entry) => entry.eventId !== event.id);
    return [...others, { id: freshId(), eventId: event.id, consent, form, refusal: null }];
  });
  keepEvent(event);
  void flushOutbox();
}

/**
 * Takes a sign-up out of the outbox, with what was typed for it. A server that has it already, its answer lost, keeps it:
 * it shows up among the sign-ups, where it can be cancelled.
 */
export function giveUpSending(eventId: EventId): void {
  queue.change((items) => items.filter((entry) => entry.eventId !== eventId));
  forgetDraft(eventId);
  dropUnheldEvents();
  void pullSignUps();
}

/** The person has made room: stores what found none, then sends. */
export async function sendWithRoom(): Promise<void> {
  keepUnkept();
  await flushOutbox();
}

/** The person takes the risk: sent for as long as the app is open, though nothing here will know of the seat later. */
export async function sendUnkept(eventId: EventId): Promise<void> {
  const ids = outbox
    .getState()
    .items.filter((entry) => entry.eventId === eventId)
    .map(({ id }) => id);
  accepted.setState((state) => ({ ids: [...state.ids, ...ids] }));
  await flushOutbox();
}

/** The sign-up for an event: none on its way, being sent, or refused. */
export function useOutgoing(eventId: EventId): Entry | undefined {
  return useStore(outbox, ({ items }) => items.find((entry) => entry.eventId === eventId));
}

export function useSendFailure(): SendFailure | null {
  return useStore(sending, ({ failure }) => failure);
}

/** Sign-ups that are on their way or were refused. */
export function useOutgoingEntries(): readonly Entry[] {
  return useStore(outbox, ({ items }) => items);
}
