/**
 * What changed in an event that somebody signed up for, field by field, old → new, accumulating until it was seen
 * (docs/rules.md, "Sync").
 */
import * as v from 'valibot';
import { type InstantOf, InstantSchema, StoredInstantSchema } from '../time/instant';
import { EventStatusSchema, type QualityEvent } from './event';

const PlaceSchema = v.nullable(v.object({ name: v.string(), address: v.string() }));
const StatusSchema = v.object({ status: EventStatusSchema, reason: v.optional(v.string()) });

// The types of these follow from the schemas.
const timeOf = <Input>(instant: InstantOf<Input>) => v.object({ startsAt: instant, endsAt: instant });

const changeOf = <Input>(instant: InstantOf<Input>) =>
  v.variant('field', [
    v.object({ field: v.literal('title'), from: v.string(), to: v.string() }),
    v.object({ field: v.literal('time'), from: timeOf(instant), to: timeOf(instant) }),
    v.object({ field: v.literal('venue'), from: PlaceSchema, to: PlaceSchema }),
    v.object({ field: v.literal('meetAt'), from: v.nullable(v.string()), to: v.nullable(v.string()) }),
    v.object({ field: v.literal('status'), from: StatusSchema, to: StatusSchema }),
  ]);

export const ChangeSchema = changeOf(InstantSchema);
/** Instants are epoch ms. */
export type Change = v.InferOutput<typeof ChangeSchema>;
export type WireChange = v.InferInput<typeof ChangeSchema>;
export const StoredChangeSchema = changeOf(StoredInstantSchema);

/** The part of an event that people plan by, as the phone stores it. */
export const EventSnapshotSchema = v.object({
  title: v.string(),
  time: timeOf(StoredInstantSchema),
  venue: PlaceSchema,
  /** Where to meet; a copy that was stored before there was such a line has none. */
  meetAt: v.nullish(v.string(), null),
  status: StatusSchema,
});
export type EventSnapshot = v.InferOutput<typeof EventSnapshotSchema>;

/** What a snapshot is taken of: an event, or the row that it is presented from. */
interface SnapshotSource extends Pick<QualityEvent, 'title' | 'startsAt' | 'endsAt' | 'venue' | 'status'> {
  readonly meetAt?: string | null | undefined;
  readonly cancelReason?: string | null | undefined;
}

export function toEventSnapshot(source: SnapshotSource): EventSnapshot {
  const { title, startsAt, endsAt, venue, meetAt = null, status, cancelReason = null } = source;
  return {
    title,
    time: { startsAt, endsAt },
    venue: venue === null ? null : { name: venue.name, address: venue.address },
    meetAt,
    status: cancelReason === null ? { status } : { status, reason: cancelReason },
  };
}

const sameTime = (one: EventSnapshot['time'], other: EventSnapshot['time']): boolean =>
  one.startsAt === other.startsAt && one.endsAt === other.endsAt;

const samePlace = (one: EventSnapshot['venue'], other: EventSnapshot['venue']): boolean =>
  one?.name === other?.name && one?.address === other?.address;

const sameStatus = (one: EventSnapshot['status'], other: EventSnapshot['status']): boolean =>
  one.status === other.status && one.reason === other.reason;

function isSame(change: Change): boolean {
  switch (change.field) {
    case 'title':
    case 'meetAt':
      return change.from === change.to;
    case 'time':
      return sameTime(change.from, change.to);
    case 'venue':
      return samePlace(change.from, change.to);
    case 'status':
      return sameStatus(change.from, change.to);
  }
}

/** The fields that differ, in the order in which they are shown. A venue that only moved on the map has not changed. */
export function changesBetween(from: EventSnapshot, to: EventSnapshot): readonly Change[] {
  const all: readonly Change[] = [
    { field: 'status', from: from.status, to: to.status },
    { field: 'time', from: from.time, to: to.time },
    { field: 'venue', from: from.venue, to: to.venue },
    { field: 'meetAt', from: from.meetAt, to: to.meetAt },
    { field: 'title', from: from.title, to: to.title },
  ];
  return all.filter((change) => !isSame(change));
}

/** What somebody has seen of an event, and what is known of it now. */
export const ChangeTrackerSchema = v.object({
  seen: EventSnapshotSchema,
  latest: EventSnapshotSchema,
  /** The event's `rev` at `latest`. */
  rev: v.number(),
});
export type ChangeTracker = v.InferOutput<typeof ChangeTrackerSchema>;

/**
 * The tracker after hearing of an event again. The first time marks nothing; an older `rev` than the one known says
 * nothing; what was seen stays as it is until `acknowledge`, so A → B → C shows A → C, and back at A nothing.
 */
export function applyUpdate(tracker: ChangeTracker | undefined, event: QualityEvent): ChangeTracker {
  const latest = toEventSnapshot(event);
  if (tracker === undefined) return { seen: latest, latest, rev: event.rev };
  return event.rev > tracker.rev ? { ...tracker, latest, rev: event.rev } : tracker;
}

/** The tracker after its owner has looked. */
export function acknowledge(tracker: ChangeTracker): ChangeTracker {
  return tracker.seen === tracker.latest ? tracker : { ...tracker, seen: tracker.latest };
}

export function changesOf({ seen, latest }: ChangeTracker): readonly Change[] {
  return changesBetween(seen, latest);
}
