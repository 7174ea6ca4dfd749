/**
 * What a device decides alone (docs/rules.md, "At the door", rules 5 and 6): the server's rules, on the list that the
 * device holds and the scans that it has made since. Instants are epoch ms.
 */
import type { SignUpStatus } from '../sign-up/sign-up';
import { decideVerdict, type DoorEvent, type EntryVerdict } from './verdict';

/** The same code within this time is the same look at the same ticket, not a second scan. */
export const SAME_CODE_MS = 3_000;

/** What the list says of a ticket. */
export interface ListedParty {
  /** Masked. */
  readonly name: string;
  readonly seats: number;
  readonly status: Extract<SignUpStatus, 'confirmed' | 'waitlisted' | 'cancelled'>;
  /** How many were in when the list was made. */
  readonly inside: number;
}

export type DeviceVerdict = EntryVerdict | { readonly verdict: 'unverified' };

/**
 * Decides an entry without the server. `since`: how many of the party this device has let in since the list was made.
 * A ticket that is not in the list is `unverified`, never refused: the list may be older than the sign-up.
 */
export function decideOnDevice(
  event: DoorEvent,
  listed: ListedParty | null,
  asked: { readonly seats: number; readonly since: number; readonly confirmed: boolean },
  now: number,
): DeviceVerdict {
  if (listed === null) return { verdict: 'unverified' };
  const { seats, status } = listed;
  const signUp = { event: event.id, status, seats, inside: Math.min(seats, listed.inside + asked.since) };
  return decideVerdict({ event, signUp, seats: asked.seats, confirmed: asked.confirmed }, now);
}

/** Whether a code that the camera sees is the one that it has just seen. */
export function isSameLook(
  last: { readonly code: string; readonly at: number } | null,
  code: string,
  now: number,
): boolean {
  return last !== null && last.code === code && now - last.at < SAME_CODE_MS;
}
