/** A month as a calendar on a wall shows it, and the kinds of events on each of its days. */
import { daysOf } from '../event/agenda';
import type { QualityEvent } from '../event/event';
import { type Kind, KINDS } from '../campaign/campaign';
import { addDays, parseDay, weekdayOf } from './time';

const MONTH = /^\d{4}-\d{2}$/;

function firstDayOf(month: string): string {
  const day = `${month}-01`;
  if (!MONTH.test(month) || parseDay(day) === null) throw new RangeError(`not a month: ${month}`);
  return day;
}

/** `2026-09` of `2026-09-18`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month `count` months later (negative: earlier). Throws RangeError on a text that is no month. */
export function addMonths(month: string, count: number): string {
  firstDayOf(month);
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/** Monday to Sunday of the week that holds `day`. Throws RangeError on a text that is no day. */
export function weekOf(day: string): string[] {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  return Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday));
}

/**
 * The weeks that a month touches, each from Monday to Sunday (GB/T 7408.1, ISO 8601: a week begins on Monday), days of
 * the neighbouring months included. Throws RangeError on a text that is no month.
 */
export function weeksOf(month: string): string[][] {
  const first = firstDayOf(month);
  const weeks: string[][] = [];
  for (
    let monday = addDays(first, -((weekdayOf(first) + 6) % 7));
    monday <= first || monthOf(monday) === month;
    monday = addDays(monday, 7)
  ) {
    weeks.push(weekOf(monday));
  }
  return weeks;
}

/**
 * The day by which a folded or turned calendar finds its place in `month`: the chosen day, else today, else the first
 * of the month. Throws RangeError on a text that is no month.
 */
export function anchorIn(month: string, chosen: string | null, today: string): string {
  const first = firstDayOf(month);
  if (chosen !== null && monthOf(chosen) === month) return chosen;
  return monthOf(today) === month ? today : first;
}

export interface DayMarks {
  /** The kinds of that day, in the order of `KINDS`, none twice. */
  readonly kinds: readonly Kind[];
  /** Events on that day. */
  readonly count: number;
}

/**
 * What each day from `from` to `to` carries. An event marks every day that it touches; a cancelled one marks none,
 * since the grid says where to go.
 */
export function marksByDay(events: readonly QualityEvent[], from: string, to: string): ReadonlyMap<string, DayMarks> {
  const found = new Map<string, { kinds: Set<Kind>; count: number }>();
  for (const event of events) {
    if (event.status === 'cancelled') continue;
    for (const day of daysOf(event)) {
      if (day < from || day > to) continue;
      const marks = found.get(day) ?? { kinds: new Set<Kind>(), count: 0 };
      marks.kinds.add(event.kind);
      marks.count += 1;
      found.set(day, marks);
    }
  }
  return new Map(
    [...found].map(([day, { kinds, count }]) => [day, { kinds: KINDS.filter((kind) => kinds.has(kind)), count }]),
  );
}
