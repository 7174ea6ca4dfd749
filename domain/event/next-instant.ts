/** When a screen that shows events has to be drawn again: the next moment at which its words change. */
import type { QualityEvent } from './event';
import { addDays, dayOf, MINUTE_MS, parseDay } from '../time/time';

/** How long before sign-up opens the button counts down. */
export const COUNTDOWN_MS = 10 * MINUTE_MS;

/** Whether the time to `opensAt` is shown in minutes and seconds at `now`; both are epoch ms. */
export function isCountingDown(opensAt: number, now: number): boolean {
  return now < opensAt && opensAt - now <= COUNTDOWN_MS;
}

/**
 * The first instant after `now` (epoch ms) at which an event starts or ends, its sign-up opens, closes or begins to be
 * counted down, or a new day begins in China.
 */
export function nextInstant(events: readonly QualityEvent[], now: number): number {
  let next = parseDay(addDays(dayOf(now), 1)) ?? Infinity;
  const consider = (instant: number): void => {
    if (instant > now && instant < next) next = instant;
  };
  for (const { startsAt, endsAt, signUp } of events) {
    consider(startsAt);
    consider(endsAt);
    if (signUp === null) continue;
    consider(signUp.opensAt - COUNTDOWN_MS);
    consider(signUp.opensAt);
    consider(signUp.closesAt);
  }
  return next;
}
