/** What a list that is cut short shows first. Long events would otherwise fill it for weeks and hide tomorrow's. */
import { type TimedEvent, upcoming } from './agenda';
import { addDays, dayOf } from '../time/time';

export interface Upcoming {
  /** Starts today or tomorrow. */
  readonly soon: readonly TimedEvent[];
  /** Starts after tomorrow. */
  readonly later: readonly TimedEvent[];
  /** Started before today and is not over: an exhibition of a month. */
  readonly running: readonly TimedEvent[];
}

/**
 * Decides which events that are not over at `now` (epoch ms) start today or tomorrow, start later, or run on; days are
 * China's. Each keeps the order given, and none is lost.
 */
export function groupUpcoming(events: readonly TimedEvent[], now: number): Upcoming {
  const today = dayOf(now);
  const tomorrow = addDays(today, 1);
  const groups = { soon: [] as TimedEvent[], later: [] as TimedEvent[], running: [] as TimedEvent[] };
  for (const timed of upcoming(events, now)) {
    const first = dayOf(timed.startsAt);
    groups[first < today ? 'running' : first <= tomorrow ? 'soon' : 'later'].push(timed);
  }
  return groups;
}

/** The same events in one list, for any list that is cut short: soon, then later, then what runs on. */
export function soonFirst(events: readonly TimedEvent[], now: number): readonly TimedEvent[] {
  const { soon, later, running } = groupUpcoming(events, now);
  return [...soon, ...later, ...running];
}
