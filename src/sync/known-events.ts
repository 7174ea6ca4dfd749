/**
 * One copy of each event that this person follows, has signed up for or is signing up for, whatever region is chosen
 * now. The stores of follows, sign-ups and the outbox keep ids only.
 */
import type { EventId } from '../../domain/ids';
import * as v from 'valibot';
import { useStore } from 'zustand';
import { ChangeTrackerSchema } from '../../domain/event/change';
import { type QualityEvent, StoredEventSchema } from '../../domain/event/event';
import { acknowledgeEvent, applyUpdates, keepOnly, type KnownEvents, NO_EVENTS } from '../../domain/event/known-events';
import { read } from '../platform/storage';
import type { Owner } from './owners';
import { persisted } from './persisted';
import type { Missed } from './room';

/** A store that keeps ids of events; an event that none of them holds is dropped. */
interface Holder {
  readonly owner: Owner;
  /** What a person would miss without the events that it holds. */
  readonly missed: Missed;
  readonly refresh: () => void;
  readonly ids: () => readonly string[];
}

const holders: Holder[] = [];
/** What a person would miss most comes first. */
const URGENCY: readonly Missed[] = ['sign-up', 'ticket', 'follow'];

function heldIds(owners: readonly Owner[] = ['account', 'phone']): Set<string> {
  return new Set(holders.flatMap(({ owner, ids }) => (owners.includes(owner) ? ids() : [])));
}

function missedWithout(): Missed {
  return holders.find(({ ids }) => ids().length > 0)?.missed ?? 'follow';
}

const RowSchema = v.object({ event: StoredEventSchema, tracker: ChangeTrackerSchema });

/** A row that does not parse is left out: the event becomes known again with the next news of it. */
function toKnown(rows: readonly unknown[]): KnownEvents {
  const parsed = rows.flatMap((row) => {
    const { success, output } = v.safeParse(RowSchema, row);
    return success ? [output] : [];
  });
  return {
    events: Object.fromEntries(parsed.map(({ event }) => [event.id, event])),
    trackers: Object.fromEntries(parsed.map(({ event, tracker }) => [event.id, tracker])),
  };
}

const OlderSignUpsSchema = v.object({
  events: v.array(v.looseObject({ id: v.string() })),
  watches: v.record(v.string(), v.unknown()),
});
const OlderFollowsSchema = v.array(v.object({ event: v.unknown(), watch: v.unknown() }));

/** Older versions stored events beside the sign-ups and the follows that they are for. */
function olderRows(): unknown[] {
  const signUps = v.safeParse(OlderSignUpsSchema, read('sign-ups'));
  const follows = v.safeParse(OlderFollowsSchema, read('follows'));
  return [
    ...(follows.success ? follows.output.map(({ event, watch }) => ({ event, tracker: watch })) : []),
    ...(signUps.success
      ? signUps.output.events.map((event) => ({ event, tracker: signUps.output.watches[event.id] }))
      : []),
  ];
}

const { store, update } = persisted<KnownEvents, unknown[]>({
  key: 'known-events',
  version: 1,
  schema: v.array(v.unknown()),
  empty: NO_EVENTS,
  older: olderRows,
  toState: toKnown,
  toStored: ({ events, trackers }) => Object.entries(events).map(([id, event]) => ({ event, tracker: trackers[id] })),
  owner: 'account',
  afterLeaving: (known) => keepOnly(known, heldIds(['phone'])),
  missed: missedWithout,
});
export const knownEvents = store;

/** The smallest slice that a screen needs. */
export function useKnownEvents<T>(selector: (state: KnownEvents) => T): T {
  return useStore(store, selector);
}

/** Called once by each store that keeps ids of events. */
export function holdEvents(holder: Holder): void {
  holders.push(holder);
  holders.sort((one, other) => URGENCY.indexOf(one.missed) - URGENCY.indexOf(other.missed));
}

/** Keeps an event that a store holds from now on. */
export function keepEvent(event: QualityEvent): void {
  update((known) => applyUpdates(known, [event.id], () => event));
}

/** There is news of events; what changed in a known one is kept until it is seen. */
export function updateKnownEvents(find: (id: string) => QualityEvent | undefined): void {
  update((known) => applyUpdates(known, heldIds(), find));
}

/** A store holds fewer events than before. */
export function dropUnheldEvents(): void {
  for (const { refresh } of holders) refresh();
  update((known) => keepOnly(known, heldIds()));
}

/** The person has looked at what changed. */
export function markChangesSeen(eventId: EventId): void {
  update((known) => acknowledgeEvent(known, eventId));
}
