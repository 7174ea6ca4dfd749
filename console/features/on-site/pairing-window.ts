/** The window in which a device may check, from the events that it is paired for. */
import { DAY_MS, parseInstant } from '../../../domain/time/time';

/** A rehearsal is held in the week before, or on the day on which a device is paired. */
const BEFORE_MS = 7 * DAY_MS;
/** The server takes 62 days. */
const MOST_MS = 62 * DAY_MS;
/** Late arrivals, and uploads of an evening. */
const AFTER_MS = DAY_MS;

interface Timed {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** Epoch ms; `null` where no event has a time. The window is open at `now`, so that a new device can be tried at once. */
export function pairingWindow(
  events: readonly Timed[],
  now: number,
): { readonly from: number; readonly to: number } | null {
  const starts = events.flatMap(({ startsAt }) => parseInstant(startsAt ?? '') ?? []);
  const ends = events.flatMap(({ startsAt, endsAt }) => parseInstant(endsAt ?? startsAt ?? '') ?? []);
  if (starts.length === 0) return null;
  const to = Math.max(...ends) + AFTER_MS;
  const weekBefore = Math.min(...starts) - BEFORE_MS;
  return { from: to - now > MOST_MS ? weekBefore : Math.min(weekBefore, now), to };
}
