/** The window in which a device may check, from the events that it is paired for. */
import { DAY_MS, parseInstant } from '../../../domain/time/time';

/** A rehearsal is held in the week before. */
const BEFORE_MS = 7 * DAY_MS;
/** Late arrivals, and uploads of an evening. */
const AFTER_MS = DAY_MS;

interface Timed {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** Epoch ms; `null` where no event has a time. */
export function pairingWindow(events: readonly Timed[]): { readonly from: number; readonly to: number } | null {
  const starts = events.flatMap(({ startsAt }) => parseInstant(startsAt ?? '') ?? []);
  const ends = events.flatMap(({ startsAt, endsAt }) => parseInstant(endsAt ?? startsAt ?? '') ?? []);
  if (starts.length === 0) return null;
  return { from: Math.min(...starts) - BEFORE_MS, to: Math.max(...ends) + AFTER_MS };
}
