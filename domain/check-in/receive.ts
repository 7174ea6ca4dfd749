/**
 * What becomes of a scan that arrives (docs/rules.md, "At the door", rules 2, 4, 7 and 10). Pure: the caller holds the
 * sign-up's lock, knows the time by the server's clock and writes what is decided. Instants are epoch ms.
 */
import { MINUTE_MS } from '../time/time';
import type { Flag, PartyOfScan, Scan, ScanFact } from './scan';
import { decideVerdict, isDoorTime, type DoorEvent, type DoorSignUp } from './verdict';

/** A device's clock may be off by this much before its scans are flagged. */
export const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;

/** What the server knows when a scan arrives. */
export interface ReceiveFacts {
  readonly event: DoorEvent;
  /** The sign-up that the ticket or id names, `inside` counted as the scan is: in earnest or in rehearsal. */
  readonly signUp: (DoorSignUp & { readonly id: string }) | null;
  /** `null`: the console. */
  readonly device: string | null;
  /** The device was revoked before the scan came in. */
  readonly revoked?: boolean;
  readonly now: number;
}

/** What a scan says, as it must be to be the same scan: all but how it was sent. */
const SAID = ['kind', 'event', 'at', 'ticket', 'signUpId', 'seats', 'undoes', 'rehearsal'] as const;

/**
 * One text for what a scan says; kept (or its hash, since a ticket is in it) beside the fact. `offline` and `confirmed`
 * are not in it: a device that hears no answer sends the same scan again as one that it decided alone.
 */
export function bodyOfScan(scan: Scan): string {
  const said: Readonly<Record<string, unknown>> = scan;
  return JSON.stringify(SAID.map((name) => said[name] ?? null));
}

export type KnownDecision = { readonly known: 'no' } | { readonly known: 'same' } | { readonly known: 'conflict' };

/**
 * Decides by the id before anything else is looked at: an id that is new, one that comes again and gets its stored
 * verdict, or one with another body (409). `stored` and `sent` are of `bodyOfScan`, or hashes of it.
 */
export function decideKnown(stored: string | null, sent: string): KnownDecision {
  if (stored === null) return { known: 'no' };
  return { known: stored === sent ? 'same' : 'conflict' };
}

function isClockOff(scan: Scan, now: number): boolean {
  return scan.at > now + CLOCK_TOLERANCE_MS || (!scan.offline && scan.at < now - CLOCK_TOLERANCE_MS);
}

function entryFlags(scan: Scan & { readonly seats: number }, { event, signUp, now }: ReceiveFacts): readonly Flag[] {
  const flags: Flag[] = [];
  if (signUp === null) flags.push('unverified');
  else if (signUp.event !== event.id) flags.push('wrong-event');
  else if (event.status === 'cancelled' || signUp.status !== 'confirmed') flags.push('after-cancel');
  else if (signUp.inside + scan.seats > signUp.seats) flags.push('duplicate');
  if (!isDoorTime(event, scan.at)) flags.push('late');
  if (isClockOff(scan, now)) flags.push('clock-off');
  return flags;
}

const partyOf = ({ event, signUp }: ReceiveFacts): PartyOfScan | null =>
  signUp === null || signUp.event !== event.id ? null : { id: signUp.id, seats: signUp.seats };

/**
 * The fact that a new scan becomes.
 *
 * - What a device decided alone is never refused, since the person is inside: it is `ok` with flags.
 * - What the server is asked gets `decideVerdict`; who is refused is kept with 0 seats, and no more come in than have
 *   seats. Only those who came in are flagged.
 * - Walk-ins, paper and undo are numbers and always taken. The device's time decides the flag `late`, the server's
 *   clock the verdict.
 * - What comes from a revoked device is flagged, so that it counts once an editor agrees.
 */
export function decideReceipt(scan: Scan, facts: ReceiveFacts): ScanFact {
  const fact = decideFact(scan, facts);
  return facts.revoked === true && !fact.rehearsal ? { ...fact, flags: [...fact.flags, 'revoked'] } : fact;
}

function decideFact(scan: Scan, facts: ReceiveFacts): ScanFact {
  const { id, kind, event, at, offline } = scan;
  const base = {
    id,
    kind,
    event,
    at,
    receivedAt: facts.now,
    device: facts.device,
    offline,
    rehearsal: scan.rehearsal === true,
    party: null,
    undoes: null,
  };
  const clock: readonly Flag[] = isClockOff(scan, facts.now) ? ['clock-off'] : [];
  switch (scan.kind) {
    case 'undo':
      return { ...base, seats: 0, verdict: 'ok', flags: [], undoes: scan.undoes };
    case 'paper':
      return { ...base, seats: scan.seats, verdict: 'ok', flags: [] };
    case 'walk-in':
      return {
        ...base,
        seats: scan.seats,
        verdict: 'ok',
        flags: isDoorTime(facts.event, at) || base.rehearsal ? clock : ['late', ...clock],
      };
    case 'enter':
    case 'manual': {
      const party = partyOf(facts);
      // A rehearsal is held before the day, so the door's time does not refuse it.
      const confirmed = scan.confirmed === true || base.rehearsal;
      if (offline) return { ...base, party, seats: scan.seats, verdict: 'ok', flags: flagsOf(scan, facts) };
      const entry = { event: facts.event, signUp: facts.signUp, seats: scan.seats, confirmed };
      const decided = decideVerdict(entry, facts.now);
      if (decided.verdict !== 'ok') return { ...base, party, seats: 0, verdict: decided.verdict, flags: [] };
      const admitted = { ...scan, seats: decided.seats };
      return { ...base, party, seats: decided.seats, verdict: 'ok', flags: flagsOf(admitted, facts) };
    }
  }
}

/** A rehearsal leaves nothing to settle. */
function flagsOf(scan: Scan & { readonly seats: number }, facts: ReceiveFacts): readonly Flag[] {
  return scan.rehearsal === true ? [] : entryFlags(scan, facts);
}

/**
 * Whether a person may still cancel or give seats back (rule 11): not once one of the party is in.
 */
export function decideLeaving(
  inside: number,
): { readonly ok: true } | { readonly ok: false; readonly code: 'already-in' } {
  return inside === 0 ? { ok: true } : { ok: false, code: 'already-in' };
}
