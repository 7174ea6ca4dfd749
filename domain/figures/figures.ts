/**
 * What was planned, held and attended (docs/rules.md, "Figures"). Every figure is the sum of the list of events that it
 * opens, and the same time gives the same numbers. People are counted in 人次: who came to two events counts twice.
 */
import { attendanceOfEvent, type Attendance } from '../check-in/attendance';
import { type EventFacts, versionAt } from './facts';

/** One event's part of every figure. */
export interface EventFigures {
  readonly event: string;
  /** 1 for each event that was published and not removed. */
  readonly planned: number;
  /** 1 once it has ended, unless it was cancelled. */
  readonly held: number;
  readonly cancelled: number;
  /** Confirmed seats. */
  readonly signUps: number;
  /** Of an event that was held; `null`: nobody checked, or it was not held. */
  readonly attendance: Attendance | null;
  /** 1 if it was held and nobody checked. */
  readonly unchecked: number;
  /** Seats of those who wait. */
  readonly waiting: number;
  /** The enterprises with a confirmed seat, each once. */
  readonly enterprises: readonly string[];
}

export interface Figures {
  readonly planned: number;
  readonly held: number;
  readonly cancelled: number;
  readonly signUps: number;
  /** 人次 of the events that were checked; `null` where none was: unknown is not 0. */
  readonly attended: number | null;
  /** `attended` by how it was counted. */
  readonly attendedBy: Omit<Attendance, 'total'> | null;
  /** How many of the held events are missing in `attended`: 其中 n 场未核验. */
  readonly unchecked: number;
  readonly waiting: number;
  /** Each once, however many events it came to; so rows may add up to more than their sum. */
  readonly enterprises: number;
}

const NOTHING = {
  planned: 0,
  held: 0,
  cancelled: 0,
  signUps: 0,
  attendance: null,
  unchecked: 0,
  waiting: 0,
  enterprises: [],
} as const;

const sum = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((total, item) => total + of(item), 0);

/** One event as it was at `asOf`. What came later, or arrived later, is not looked at. */
export function eventFiguresOf(facts: EventFacts, asOf: number): EventFigures {
  const version = versionAt(facts.history, asOf);
  if (version === null || version.status === 'removed') return { event: facts.id, ...NOTHING };
  if (version.status === 'cancelled') return { event: facts.id, ...NOTHING, planned: 1, cancelled: 1 };
  const held = version.endsAt <= asOf;
  const scans = facts.scans.filter(({ receivedAt }) => receivedAt <= asOf);
  const settlements = facts.settlements.filter(({ at }) => at <= asOf);
  const attendance = held ? attendanceOfEvent(scans, settlements) : null;
  const signUps = facts.signUps.flatMap(({ history, enterprise }) => {
    const at = versionAt(history, asOf);
    return at === null ? [] : [{ ...at, enterprise }];
  });
  const confirmed = signUps.filter(({ status }) => status === 'confirmed');
  const waiting = signUps.filter(({ status }) => status === 'waitlisted' || status === 'expired');
  return {
    event: facts.id,
    planned: 1,
    held: held ? 1 : 0,
    cancelled: 0,
    signUps: sum(confirmed, ({ seats }) => seats),
    attendance,
    unchecked: held && attendance === null ? 1 : 0,
    waiting: sum(waiting, ({ seats }) => seats),
    enterprises: [...new Set(confirmed.flatMap(({ enterprise }) => (enterprise === null ? [] : [enterprise])))].sort(),
  };
}

/** The sum of a list of events. */
export function sumOf(list: readonly EventFigures[]): Figures {
  const checked = list.flatMap(({ attendance }) => (attendance === null ? [] : [attendance]));
  const known = checked.length > 0;
  return {
    planned: sum(list, ({ planned }) => planned),
    held: sum(list, ({ held }) => held),
    cancelled: sum(list, ({ cancelled }) => cancelled),
    signUps: sum(list, ({ signUps }) => signUps),
    attended: known ? sum(checked, ({ total }) => total) : null,
    attendedBy: known
      ? {
          scanned: sum(checked, ({ scanned }) => scanned),
          manual: sum(checked, ({ manual }) => manual),
          walkIn: sum(checked, ({ walkIn }) => walkIn),
          paper: sum(checked, ({ paper }) => paper),
        }
      : null,
    unchecked: sum(list, ({ unchecked }) => unchecked),
    waiting: sum(list, ({ waiting }) => waiting),
    enterprises: new Set(list.flatMap(({ enterprises }) => enterprises)).size,
  };
}

export function figuresOf(events: readonly EventFacts[], asOf: number): Figures {
  return sumOf(events.map((facts) => eventFiguresOf(facts, asOf)));
}
