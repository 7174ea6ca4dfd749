/** What the screen at the door shows of a verdict (docs/rules.md, "At the door", rules 5 and 6). */
import type { DeviceVerdict, ListedParty } from './on-device';
import type { ScanResult, Verdict } from './scan';

/**
 * `ok` is the only green one. `refused` red, `already` gold, `unknown` amber: the list does not know the ticket, or that it
 * has come to admit, which is no refusal. `ask`: one more tap decides. `unkept`: it could not be stored, so it does not count.
 */
export type Tone = 'ok' | 'refused' | 'already' | 'unknown' | 'ask' | 'unkept' | 'undone';

export interface VerdictView {
  readonly tone: Tone;
  readonly verdict: Verdict | 'unverified' | 'let-in' | 'walk-in' | 'undone' | 'unkept' | 'failed';
  /** The device decided alone. */
  readonly offline: boolean;
  /** Masked; `null` where nobody knows it. */
  readonly name: string | null;
  /** How many were let in by this scan. */
  readonly seats: number;
  /** How many of the party may still come. */
  readonly remaining: number;
  /** How many of the party are in, of one that is in. */
  readonly inside: number | null;
  readonly arrival: { readonly at: number; readonly device: string | null } | null;
  /** With `not-confirmed`: they wait for a seat, as far as is known. */
  readonly waiting: boolean;
  /** One tap let them in outside the event's time. */
  readonly confirmed: boolean;
  /** Why the server could not take it, of `failed`. */
  readonly code: string | null;
  /** It waits for a tap; others give way to the camera by themselves. */
  readonly stays: boolean;
}

const TONES: Readonly<Record<DeviceVerdict['verdict'], Tone>> = {
  ok: 'ok',
  'already-in': 'already',
  unverified: 'unknown',
  'wrong-time': 'ask',
  invalid: 'refused',
  'other-event': 'refused',
  'event-cancelled': 'refused',
  'not-confirmed': 'refused',
};

const NOTHING = {
  ...{ seats: 0, remaining: 0, inside: null, arrival: null },
  ...{ waiting: false, confirmed: false, code: null },
} as const;

/** Whether one more tap lets somebody in whom the list cannot vouch for; the server flags them. */
export const isDoubtful = ({ tone, verdict }: Pick<VerdictView, 'tone' | 'verdict'>): boolean =>
  tone === 'unknown' && verdict !== 'let-in';

/** `chosen`: the person said how many, so that the rest of a party is not asked for. */
export function viewOfDevice(decided: DeviceVerdict, listed: ListedParty | null, chosen: boolean): VerdictView {
  const base = { ...NOTHING, offline: true, name: listed?.name ?? null, tone: TONES[decided.verdict] };
  if (decided.verdict === 'ok') return { ...base, ...decided, stays: decided.remaining > 0 && !chosen };
  if (decided.verdict === 'already-in') return { ...base, ...decided, stays: true };
  // A list is older than the seat that somebody may have got since.
  if (decided.verdict === 'not-confirmed' && listed?.status === 'waitlisted') {
    return { ...base, tone: 'unknown', verdict: decided.verdict, waiting: true, stays: true };
  }
  return { ...base, verdict: decided.verdict, stays: true };
}

/** Of the server's answer. A scan that it could not take is `failed`, which lets nobody in. */
export function viewOfAnswer(result: ScanResult, listed: ListedParty | null, chosen: boolean): VerdictView {
  const listedName = listed?.name ?? null;
  const base = { ...NOTHING, offline: false, name: listedName };
  if (!('verdict' in result)) return { ...base, tone: 'refused', verdict: 'failed', code: result.code, stays: true };
  const { verdict, seats = 0, remaining = 0, inside = null, last = null, name = listedName } = result;
  const waiting = result.status === 'waitlisted';
  const shown = { ...base, tone: TONES[verdict], verdict, name, inside, arrival: last, waiting };
  if (verdict !== 'ok') return { ...shown, stays: true };
  return { ...shown, seats, remaining, stays: remaining > 0 && !chosen };
}
