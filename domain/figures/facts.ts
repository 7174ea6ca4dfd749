/**
 * What figures are counted from (docs/rules.md, "Figures", rules 1 and 4). Nothing personal is in it, so a purge changes no
 * figure. Instants are epoch ms; each history is of what was true from `at` on.
 */
import type { RegionCode } from '../ids';
import type { ScanFact } from '../check-in/scan';
import type { Settlement } from '../check-in/settlement';
import type { SignUpStatus } from '../sign-up/sign-up';

interface Since {
  readonly at: number;
}

export interface SignUpVersion extends Since {
  readonly status: SignUpStatus;
  readonly seats: number;
}

export interface SignUpContext {
  readonly history: readonly SignUpVersion[];
  /** Stands for an enterprise without naming it, the same at every event; `null`: somebody came for themselves. */
  readonly enterprise: string | null;
}

export interface EventVersion extends Since {
  readonly status: 'scheduled' | 'cancelled' | 'removed';
  readonly endsAt: number;
}

export interface EventFacts {
  readonly id: string;
  readonly region: RegionCode;
  readonly kind: string;
  /** Document number and paragraph, as `paragraphKey` of the programme item gives it. */
  readonly paragraph: string;
  readonly organisation: string;
  /** From its first publication on. */
  readonly history: readonly EventVersion[];
  readonly signUps: readonly SignUpContext[];
  readonly scans: readonly ScanFact[];
  readonly settlements: readonly Settlement[];
}

/** The version that held at `asOf`, whatever order they come in; `null` before the first. Of one instant the last given. */
export function versionAt<V extends Since>(history: readonly V[], asOf: number): V | null {
  let found: V | null = null;
  for (const version of history) {
    if (version.at <= asOf && (found === null || version.at >= found.at)) found = version;
  }
  return found;
}

/** Of a programme item: what `paragraph` groups by. An item under several paragraphs is a group of its own. */
export function paragraphKey(item: { readonly documentNo: string; readonly paragraph: string }): string {
  return `${item.documentNo} ${item.paragraph}`;
}

/**
 * What remains of a sign-up when a person's data is erased or purged at `now`. Before the event's start an erasure frees the
 * seats, as a cancellation does; from then on it was settled who had one, and every figure stays as it is.
 * @tests hold the server's SQL to it
 */
export function applyErasure(signUp: SignUpContext, startsAt: number, now: number): SignUpContext {
  const last = versionAt(signUp.history, now);
  if (last === null || now >= startsAt || (last.status !== 'confirmed' && last.status !== 'waitlisted')) return signUp;
  return { ...signUp, history: [...signUp.history, { ...last, at: now, status: 'cancelled' }] };
}
