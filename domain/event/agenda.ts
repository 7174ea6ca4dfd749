/** The events of each day, and those that come next. */
import type { QualityEvent } from './event';
import { dayOf, daysTouched } from '../time/time';

export interface AgendaDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Events whose first day this is, by start. */
  readonly starting: readonly QualityEvent[];
  /** Events that began before the list does and are listed here, the first to end first. */
  readonly running: readonly QualityEvent[];
  /** How many events of an earlier day of the list go on this day. */
  readonly continuing: number;
}

const order = (one: QualityEvent, other: QualityEvent): number =>
  one.startsAt - other.startsAt || one.endsAt - other.endsAt || (one.id < other.id ? -1 : 1);

/** Later than any day that an event can name. */
const LAST_DAY = '9999-12-31';

/** All events by start, then end, then id. */
export function inOrder(events: Iterable<QualityEvent>): QualityEvent[] {
  return [...events].sort(order);
}

const days = new WeakMap<QualityEvent, readonly string[]>();

/** Every day in China that an event touches, first to last. Worked out once an event: lists ask for thousands. */
export function daysOf(event: QualityEvent): readonly string[] {
  let known = days.get(event);
  if (known === undefined) {
    known = daysTouched(event.startsAt, event.endsAt);
    days.set(event, known);
  }
  return known;
}

/** Events that are not over at `now` (epoch ms), in order; cancelled ones among them, since people must learn of it. */
export function upcoming(events: readonly QualityEvent[], now: number): QualityEvent[] {
  return events.filter(({ endsAt }) => endsAt > now);
}

interface OpenDay {
  readonly starting: QualityEvent[];
  readonly running: QualityEvent[];
}

/**
 * Decides which events each day from `from` to `to` lists. An event of several days is listed once, on the first of its
 * days that is in range, so that a month-long exhibition does not hide what starts tomorrow. Within a day what starts
 * comes before what runs on. A day without an event of its own is left out.
 */
export function agendaByDay(events: readonly QualityEvent[], from: string, to = LAST_DAY): AgendaDay[] {
  const listed = new Map<string, OpenDay>();
  const continuing = new Map<string, number>();
  for (const event of events) {
    const touched = daysOf(event);
    const [first, ...further] = touched.filter((day) => from <= day && day <= to);
    if (first === undefined) continue;
    const open = listed.get(first) ?? { starting: [], running: [] };
    listed.set(first, open);
    (first === touched[0] ? open.starting : open.running).push(event);
    for (const day of further) continuing.set(day, (continuing.get(day) ?? 0) + 1);
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

/** The phase of an event at `now` (epoch ms). */
export function phaseOf({ status, startsAt, endsAt }: QualityEvent, now: number): Phase {
  if (status === 'cancelled') return 'cancelled';
  if (endsAt <= now) return 'over';
  return startsAt <= now ? 'now' : 'ahead';
}

/** The day that stands for an event in a list: its first, or today while it is under way. */
export function listDay({ startsAt, endsAt }: QualityEvent, now: number): string {
  return dayOf(startsAt <= now && now < endsAt ? now : startsAt);
}

export type SignUpState =
  | { readonly state: 'none' }
  | { readonly state: 'not-open'; readonly opensAt: number }
  | { readonly state: 'open'; readonly closesAt: number }
  /** A superior is looking into the event (docs/rules.md, "Reports of fees"). */
  | { readonly state: 'suspended' }
  | { readonly state: 'closed' };

/** Whether sign-up is open at `now` (epoch ms). For display: the server's clock decides. */
export function signUpState({ signUp, status, suspended }: QualityEvent, now: number): SignUpState {
  if (signUp === null) return { state: 'none' };
  const { opensAt, closesAt } = signUp;
  if (status === 'cancelled' || now >= closesAt) return { state: 'closed' };
  if (suspended === true) return { state: 'suspended' };
  return now < opensAt ? { state: 'not-open', opensAt } : { state: 'open', closesAt };
}

export function isSignUpOpen(event: QualityEvent, now: number): boolean {
  return signUpState(event, now).state === 'open';
}
