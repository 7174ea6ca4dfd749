/**
 * What a device at the door may be doing, what it hears, and what the shell around it must do (docs/rules.md, "At the
 * door", rules 4 to 6). Instants are epoch ms by the device's clock.
 */
import type { DeviceEntry } from './device-log';
import type { ListedParty } from './on-device';
import type { Scan, ScanResult } from './scan';
import type { DoorEvent } from './verdict';
import type { VerdictView } from './verdict-view';

/** A request that takes longer is given up, and the device goes on alone. */
export const ANSWER_MS = 2_000;
/** An ok is shown this long before the camera takes over again. */
export const OK_SHOWN_MS = 1_500;

/** What the device's lists say of a ticket. */
export interface Found {
  /** The ticket's name in this device's list; `null` without a list. */
  readonly lookup: string | null;
  readonly listed: ListedParty | null;
  /** It is in the list of another event that this device checks. */
  readonly elsewhere: boolean;
}

export interface Ticketed {
  readonly ticket: string;
  /** The id that the next scan gets, so that what was asked and what is decided alone is one scan. */
  readonly id: string;
  readonly found: Found;
}

export type Phase =
  /** `strange`: the code that was seen last is no ticket of ours. */
  | { readonly at: 'scanning'; readonly strange: boolean }
  | { readonly at: 'finding'; readonly ticket: string; readonly id: string }
  /** A party: how many of `free` have come? */
  | ({ readonly at: 'choosing'; readonly free: number } & Ticketed)
  | ({ readonly at: 'asking'; readonly scan: Scan; readonly chosen: boolean } & Ticketed)
  /** Being stored; `then` is shown once it is. */
  | {
      readonly at: 'keeping';
      readonly scan: Scan;
      readonly then: VerdictView;
      readonly shown: Ticketed | null;
      readonly entry: DeviceEntry | null;
    }
  | { readonly at: 'verdict'; readonly view: VerdictView; readonly shown: Ticketed | null };

export interface DoorState {
  readonly phase: Phase;
  readonly event: DoorEvent;
  readonly link: 'online' | 'offline';
  /** A rehearsal marks its scans. */
  readonly rehearsal: boolean;
  /** What this device has let in, of all its events. */
  readonly entries: readonly DeviceEntry[];
  /** Codes that were in sight just now, so that two tickets side by side are two looks, not many. */
  readonly seen: readonly { readonly code: string; readonly at: number }[];
}

export type DoorInput =
  /** `typed`: by a person, so that the same code again is meant. */
  | { readonly kind: 'code'; readonly text: string; readonly by: 'camera' | 'scanner' | 'typed'; readonly id: string }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'answered'; readonly result: ScanResult }
  /** `maybe`: the request may have arrived all the same. */
  | { readonly kind: 'unanswered'; readonly maybe: boolean; readonly id: string }
  | { readonly kind: 'kept'; readonly ok: boolean }
  /** The person at the door lets `seats` in: of a party, of those who are left, in spite of the time, or without the list. */
  | { readonly kind: 'let-in'; readonly seats: number; readonly id: string }
  | { readonly kind: 'walk-in'; readonly seats: number; readonly id: string }
  | { readonly kind: 'undo'; readonly id: string; readonly of?: DeviceEntry['kind'] }
  /** Back to scanning, by a tap or, with the view that the timer was started for, by itself. */
  | { readonly kind: 'next'; readonly view?: VerdictView }
  | { readonly kind: 'link'; readonly link: DoorState['link'] }
  | { readonly kind: 'received'; readonly ids: readonly string[] };

export type DoorCommand =
  | { readonly run: 'find'; readonly ticket: string }
  /** Ask the server, and give up after `ANSWER_MS`. */
  | { readonly run: 'ask'; readonly scan: Scan }
  /** Store the scan for the upload and the log in one step, and say whether it is stored. */
  | { readonly run: 'keep'; readonly scan: Scan; readonly log: readonly DeviceEntry[] }
  /** Store the log: the server has the scan. */
  | { readonly run: 'log'; readonly log: readonly DeviceEntry[] }
  /** Store a scan for the upload that nobody waits for. */
  | { readonly run: 'queue'; readonly scan: Scan }
  | { readonly run: 'signal'; readonly view: VerdictView }
  | { readonly run: 'return'; readonly view: VerdictView; readonly afterMs: number };

/** A device that begins to scan. */
export function startDoor(
  event: DoorEvent,
  { entries, rehearsal, link }: Pick<DoorState, 'entries' | 'rehearsal' | 'link'>,
): DoorState {
  return { phase: { at: 'scanning', strange: false }, event, link, rehearsal, entries, seen: [] };
}
