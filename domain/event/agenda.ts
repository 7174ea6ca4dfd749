/** Which events stand on which day, and what comes next. */
import type { QualityEvent } from './event';
import { dayOf, daysTouched, parseInstant } from '../time/time';

/** An event with its times as epoch ms, so that sorting, grouping and filtering parse them once. */
export interface TimedEvent {
  readonly event: QualityEvent;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Every day that it touches, first to last. */
  readonly days: readonly string[];
  /** When sign-up opens and closes; `null`: none. */
  readonly signUp: { readonly opensAt: number; readonly closesAt: number } | null;
}

export interface AgendaDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Events whose first day this is, by start. */
  readonly starting: readonly TimedEvent[];
  /** Events that began before the list does and are listed here, the first to end first. */
  readonly running: readonly TimedEvent[];
  /** How many events of an earlier day of the list go on this day. */
  readonly continuing: number;
}

const order = (one: TimedEvent, other: TimedEvent): number =>
  one.startsAt - other.startsAt || one.endsAt - other.endsAt || (one.event.id < other.event.id ? -1 : 1);

function signUpTimes({ signUp }: QualityEvent): TimedEvent['signUp'] {
  if (signUp === null) return null;
  return { opensAt: parseInstant(signUp.opensAt) ?? 0, closesAt: parseInstant(signUp.closesAt) ?? 0 };
}

/** Later than any day that an event can name. */
const LAST_DAY = '9999-12-31';

/** All events by start, then end, then id. An event whose times cannot be read is left out; the schema lets none in. */
export function inOrder(events: Iterable<QualityEvent>): TimedEvent[] {
  const timed: TimedEvent[] = [];
  for (const event of events) {
    const startsAt = parseInstant(event.startsAt);
    const endsAt = parseInstant(event.endsAt);
    if (startsAt === null || endsAt === null) continue;
    timed.push({ event, startsAt, endsAt, days: daysTouched(startsAt, endsAt), signUp: signUpTimes(event) });
  }
  return timed.sort(order);
}

/** Events that are not over at `now` (epoch ms), in order; cancelled ones among them, since people must learn of it. */
export function upcoming(events: readonly TimedEvent[], now: number): TimedEvent[] {
  return events.filter(({ endsAt }) => endsAt > now);
}

interface OpenDay {
  readonly starting: TimedEvent[];
  readonly running: TimedEvent[];
}

/**
 * Decides which events each day from `from` to `to` lists. An event of several days is listed once, on the first of its
 * days that is in range, so that a month-long exhibition does not hide what starts tomorrow. Within a day what starts
 * comes before what runs on. A day without an event of its own is left out.
 */
export function agendaByDay(events: readonly TimedEvent[], from: string, to = LAST_DAY): AgendaDay[] {
  const listed = new Map<string, OpenDay>();
  const continuing = new Map<string, number>();
  for (const timed of events) {
    const days = timed.days.filter((day) => from <= day && day <= to);
    const [first] = days;
    if (first === undefined) continue;
    const open = listed.get(first) ?? { starting: [], running: [] };
    listed.set(first, open);
    (first === timed.days[0] ? open.starting : open.running).push(timed);
    for (const day of days.slice(1)) continuing.set(day, (continuing.get(day) ?? 0) + 1);
  }
  return [...listed.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, { starting, running }]) => ({
      day,
      starting,
      running: running.sort((one, other) => one.endsAt - other.endsAt || order(one, other)),
      continuing: continuing.get(day) ?? 0,
    }));
}

export type Phase = 'cancelled' | 'over' | 'now' | 'ahead';

/** Where an event stands at `now` (epoch ms). */
export function phaseOf({ event, startsAt, endsAt }: TimedEvent, now: number): Phase {
  if (event.status === 'cancelled') return 'cancelled';
  if (endsAt <= now) return 'over';
  return startsAt <= now ? 'now' : 'ahead';
}

/** The day that stands for an event in a list: its first, or today while it is under way. */
export function listDay({ startsAt, endsAt }: TimedEvent, now: number): string {
  return dayOf(startsAt <= now && now < endsAt ? now : startsAt);
}

export type SignUpState =
  | { readonly state: 'none' }
  | { readonly state: 'not-open'; readonly opensAt: number }
  | { readonly state: 'open'; readonly closesAt: number }
  | { readonly state: 'closed' };

/** Whether sign-up is open at `now` (epoch ms). For display: the server's clock decides. */
export function signUpState(event: QualityEvent, now: number): SignUpState {
  const times = signUpTimes(event);
  if (times === null) return { state: 'none' };
  const { opensAt, closesAt } = times;
  if (event.status === 'cancelled' || now >= closesAt) return { state: 'closed' };
  return now < opensAt ? { state: 'not-open', opensAt } : { state: 'open', closesAt };
}

/** The same question about thousands of events at once: no time is parsed again. */
export function isSignUpOpen({ event, signUp }: TimedEvent, now: number): boolean {
  return signUp !== null && event.status !== 'cancelled' && signUp.opensAt <= now && now < signUp.closesAt;
}
