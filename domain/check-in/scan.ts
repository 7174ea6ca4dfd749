/**
 * An entry check (入场核验) as a fact that is added and never changed (docs/rules.md, "At the door", rules 1 and 2).
 * The wire forms of `POST /api/v1/door/scans`, and the fact as it is kept. Instants are ISO 8601 on the wire, epoch ms here.
 */
import { MOST_SEATS } from '../policy';
import * as v from 'valibot';
import { EventIdSchema } from '../event/event';
import { InstantSchema } from '../time/instant';
import { SignUpIdSchema } from '../sign-up/sign-up';
import { TicketSchema } from '../sign-up/ticket';
import { UnsentSchema } from './device';

/**
 * `enter`: a ticket that was scanned or typed. `manual`: a sign-up that a person at the door chose by name. `walk-in`: people
 * without a sign-up. `paper`: a number that was written down and entered afterwards. `undo`: takes one of these back.
 */
export const SCAN_KINDS = ['enter', 'undo', 'manual', 'walk-in', 'paper'] as const;
export const ScanKindSchema = v.picklist(SCAN_KINDS);
export type ScanKind = v.InferOutput<typeof ScanKindSchema>;

/** In the order in which they are decided (rule 3). */
export const VERDICTS = [
  'invalid',
  'other-event',
  'event-cancelled',
  'not-confirmed',
  'already-in',
  'wrong-time',
  'ok',
] as const;
export const VerdictSchema = v.picklist(VERDICTS);
export type Verdict = v.InferOutput<typeof VerdictSchema>;

/** `revoked`: the device was revoked before the scan came in (rule 9). */
export const FLAGS = [
  'duplicate',
  'after-cancel',
  'wrong-event',
  'late',
  'unverified',
  'clock-off',
  'revoked',
] as const;
export const FlagSchema = v.picklist(FLAGS);
export type Flag = v.InferOutput<typeof FlagSchema>;

/** Most scans that one request uploads (rule 7). */
export const MOST_SCANS = 50;
/** A party's seats, as `maxParty` of an event allows. */
const MOST_ON_PAPER = 100_000;

const people = (min: number, max: number) =>
  v.pipe(v.number(), v.integer('integer'), v.minValue(min, 'too-small'), v.maxValue(max, 'too-large'));

export const ScanIdSchema = v.pipe(v.string(), v.uuid('uuid'), v.toLowerCase());

const every = {
  /** Made by the device, so that a scan sent again is known again. */
  id: ScanIdSchema,
  event: EventIdSchema,
  /** By the device's clock. */
  at: InstantSchema,
  /** The device decided alone. */
  offline: v.boolean(),
  /** A trial run: judged like any other, never counted (rule 10). */
  rehearsal: v.optional(v.literal(true)),
};
const party = {
  seats: people(1, MOST_SEATS),
  /** Somebody let them in outside the event's time by one more tap. */
  confirmed: v.optional(v.literal(true)),
};

/** One scan of an upload. */
export const ScanSchema = v.variant('kind', [
  v.strictObject({ ...every, ...party, kind: v.literal('enter'), ticket: TicketSchema }),
  v.strictObject({ ...every, ...party, kind: v.literal('manual'), signUpId: SignUpIdSchema }),
  v.strictObject({ ...every, kind: v.literal('walk-in'), seats: people(1, MOST_SEATS) }),
  /** None is a number too: it says that somebody counted, and nobody came. */
  v.strictObject({ ...every, kind: v.literal('paper'), seats: people(0, MOST_ON_PAPER) }),
  v.strictObject({ ...every, kind: v.literal('undo'), undoes: ScanIdSchema }),
]);
export type Scan = v.InferOutput<typeof ScanSchema>;

/** The body of `POST /api/v1/door/scans`. Its items are parsed one by one, so that a bad one does not hold back the rest. */
export const ScanUploadSchema = v.strictObject({
  scans: v.pipe(v.array(v.unknown()), v.minLength(1, 'required'), v.maxLength(MOST_SCANS, 'too-many')),
  /** How many scans the device still holds besides these. */
  unsent: v.optional(UnsentSchema),
});

/** Why one scan alone was refused; the device keeps it in a list for people to look at. */
export const SCAN_REFUSALS = [
  'invalid-input',
  'scan-conflict',
  'not-found',
  'device-revoked',
  'outside-window',
] as const;
export type ScanRefusal = (typeof SCAN_REFUSALS)[number];

/** One answer of an upload: a scan's verdict, or why this one alone was refused. */
export const ScanResultSchema = v.union([
  v.object({
    id: v.string(),
    verdict: VerdictSchema,
    /** How many were let in by this scan. */
    seats: v.optional(v.number()),
    /** How many of the party may still come. */
    remaining: v.optional(v.number()),
    flags: v.array(FlagSchema),
    /** Masked; left out where the party is not of this event, or its names are gone. */
    name: v.optional(v.string()),
    /** The party's seats, and how many of it are in. */
    party: v.optional(v.number()),
    inside: v.optional(v.number()),
    /** With `not-confirmed`: why. */
    status: v.optional(v.picklist(['waitlisted', 'cancelled'])),
    /** With `already-in`: when and at which device the last of them came. */
    last: v.optional(v.object({ at: InstantSchema, device: v.nullable(v.string()) })),
  }),
  /** A newer server may know more reasons; the device hands such a scan to people all the same. */
  v.object({ id: v.string(), code: v.union([v.picklist(SCAN_REFUSALS), v.string()]) }),
]);
export type ScanResult = v.InferOutput<typeof ScanResultSchema>;
/** The same as it is sent. */
export type WireScanResult = v.InferInput<typeof ScanResultSchema>;
/** The answer of `POST /api/v1/door/scans`: in the order of the upload. `revoked`: the list must be erased now. */
export const ScanResultsSchema = v.object({
  results: v.array(ScanResultSchema),
  revoked: v.optional(v.literal(true)),
});

/** The sign-up behind a scan, as it was when the scan arrived. It names nobody, so it stays when personal data goes. */
export interface PartyOfScan {
  /** The sign-up's id. */
  readonly id: string;
  readonly seats: number;
}

/** A scan as it is kept. */
export interface ScanFact {
  readonly id: string;
  readonly kind: ScanKind;
  readonly event: string;
  /** How many were let in; 0 where nobody was. */
  readonly seats: number;
  readonly at: number;
  /** By the server's clock; equal to `at` for what a device still holds. */
  readonly receivedAt: number;
  /** `null`: entered in the console. */
  readonly device: string | null;
  readonly offline: boolean;
  readonly rehearsal: boolean;
  readonly verdict: Verdict;
  readonly flags: readonly Flag[];
  /** `null`: no sign-up of this event is behind it. */
  readonly party: PartyOfScan | null;
  readonly undoes: string | null;
}
