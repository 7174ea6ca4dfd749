/** What a list that is cut short shows first. Long events would otherwise fill it for weeks and hide tomorrow's. */
import { upcoming } from './agenda';
import type { QualityEvent } from './event';
import { addDays, dayOf } from '../time/time';

export interface Upcoming {
  /** Starts today or tomorrow. */
  readonly soon: readonly QualityEvent[];
  /** Starts after tomorrow. */
  readonly later: readonly QualityEvent[];
  /** Started before today and is not over: an exhibition of a month. */
  readonly running: readonly QualityEvent[];
}

/**
 * Decides which events that are not over at `now` (epoch ms) start today or tomorrow, start later, or run on; days are
 * China's. Each keeps the order given, and none is lost.
 */
export function groupUpcoming(events: readonly QualityEvent[], now: number): Upcoming {
  const today = dayOf(now);
  const tomorrow = addDays(today, 1);
  const groups = { soon: [] as QualityEvent[], later: [] as QualityEvent[], running: [] as QualityEvent[] };
  for (const event of upcoming(events, now)) {
    const first = dayOf(event.startsAt);
    groups[first < today ? 'running' : first <= tomorrow ? 'soon' : 'later'].push(event);
  }
  return groups;
}
