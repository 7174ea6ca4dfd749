/** The entry checks of one event as its organisation watches them: counts, devices and flags, no names. */
import * as v from 'valibot';
import { EventStatusSchema } from '../event/event';
import { InstantTextSchema } from '../time/instant';
import { FlagSchema, MOST_SCANS, ScanKindSchema, VerdictSchema } from './scan';
import { SettlementDecisionSchema } from './settlement';

/** In 人次, by how it was counted. */
export const AttendanceSchema = v.object({
  scanned: v.number(),
  manual: v.number(),
  walkIn: v.number(),
  paper: v.number(),
  total: v.number(),
});

const FlaggedSchema = v.object({
  scan: v.string(),
  kind: ScanKindSchema,
  at: InstantTextSchema,
  receivedAt: InstantTextSchema,
  device: v.nullable(v.string()),
  offline: v.boolean(),
  verdict: VerdictSchema,
  seats: v.number(),
  flags: v.array(FlagSchema),
  /** The party's seats; `null`: no sign-up of this event is behind it. */
  party: v.nullable(v.number()),
  settlement: v.nullable(v.object({ decision: SettlementDecisionSchema, word: v.string(), at: InstantTextSchema })),
});

/** `GET o/events/:id/scans`. */
export const LiveScansSchema = v.object({
  now: InstantTextSchema,
  event: v.object({
    id: v.string(),
    title: v.string(),
    status: EventStatusSchema,
    startsAt: InstantTextSchema,
    endsAt: InstantTextSchema,
  }),
  /** Confirmed seats. */
  seats: v.number(),
  /** `null`: nobody checked (未核验). */
  attendance: v.nullable(AttendanceSchema),
  /** What a rehearsal has counted so far. */
  rehearsed: v.number(),
  /** Empty for a superior, who sees counts alone. */
  devices: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      lastContactAt: v.nullable(InstantTextSchema),
      unsent: v.nullable(v.number()),
      revokedAt: v.nullable(InstantTextSchema),
      attended: v.number(),
      scans: v.number(),
    }),
  ),
  /** Open ones first, then those that were settled; the latest of each first. */
  flags: v.array(FlaggedSchema),
  open: v.number(),
});
export type LiveScans = v.InferOutput<typeof LiveScansSchema>;

/** What settling answers. */
export const SettledSchema = v.object({ changed: v.boolean(), attendance: v.nullable(AttendanceSchema) });

/** `POST o/events/:id/scans`: by a member at a desk or with a phone of their own. Items are parsed one by one. */
export const EnteredScansSchema = v.strictObject({
  scans: v.pipe(v.array(v.unknown()), v.minLength(1, 'required'), v.maxLength(MOST_SCANS, 'too-many')),
});
