/**
 * Time in the one zone this product lives in: Asia/Shanghai, +08:00, no daylight saving since 1991.
 * Arithmetic only: nothing here asks the phone for its zone or its clock.
 * Instants are epoch milliseconds; days are `YYYY-MM-DD` as a calendar in China shows them.
 * Source of the wire format: ISO 8601 / RFC 3339 section 5.6, always with an offset.
 */

/** Milliseconds that +08:00 is ahead of UTC. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
export const MINUTE_MS = 60 * 1000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function offsetOf(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}

/** Epoch ms of an RFC 3339 date-time with offset; `null` for anything else, impossible dates included. */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset = offsetOf(match[8] ?? '');
  const seconds = Number.isNaN(second) ? 0 : second;
  if (offset === null || hour > 23 || minute > 59 || seconds > 59) return null;
  const millis = Number((match[7] ?? '').padEnd(3, '0'));
  const midnight = Date.UTC(year, month - 1, day);
  const check = new Date(midnight);
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null;
  return midnight + (hour * 60 + minute) * MINUTE_MS + seconds * 1000 + millis - offset;
}

/** The wire form of an instant: `2026-09-18T14:00:00+08:00`. Milliseconds are dropped. */
export function formatInstant(instant: number): string {
  const clock = wallClock(instant);
  return `${clock.day}T${pad(clock.hour)}:${pad(clock.minute)}:${pad(clock.second)}+08:00`;
}

/** The same with milliseconds where there are any, for what must be asked again as of exactly this time. */
export function formatExactInstant(instant: number): string {
  const ms = ((instant % 1000) + 1000) % 1000;
  return ms === 0 ? formatInstant(instant) : formatInstant(instant).replace(/(?=\+08:00$)/, `.${pad(ms, 3)}`);
}

export interface WallClock {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** 0 Sunday … 6 Saturday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a clock on a wall in China shows at that instant. */
export function wallClock(instant: number): WallClock {
  const shifted = new Date(instant + OFFSET_MS);
  const year = shifted.getUTCFullYear();
  const month = shifted.getUTCMonth() + 1;
  const date = shifted.getUTCDate();
  return {
    day: `${pad(year, 4)}-${pad(month)}-${pad(date)}`,
    year,
    month,
    date,
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
}

/** The day in China at that instant, `YYYY-MM-DD`. */
export function dayOf(instant: number): string {
  return wallClock(instant).day;
}

/** Epoch ms of 00:00 in China on that day; `null` if the text is not a real day. */
export function parseDay(day: string): number | null {
  return DAY.test(day) ? parseInstant(`${day}T00:00:00+08:00`) : null;
}

function startOfDay(day: string): number {
  const start = parseDay(day);
  if (start === null) throw new RangeError(`not a day: ${day}`);
  return start;
}

/** The day `count` days later (negative: earlier). Throws RangeError on a text that is no day. */
export function addDays(day: string, count: number): string {
  return dayOf(startOfDay(day) + count * DAY_MS);
}

/** Whole days from `from` to `to`; negative if `to` is earlier. Throws RangeError on a text that is no day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. Throws RangeError on a text that is no day. */
export function weekdayOf(day: string): number {
  return wallClock(startOfDay(day)).weekday;
}

/**
 * Every day that `[startsAt, endsAt)` touches, first to last. An end at exactly 00:00 belongs to the day before;
 * an event of no length still belongs to its day.
 */
export function daysTouched(startsAt: number, endsAt: number): string[] {
  const first = dayOf(startsAt);
  const last = dayOf(Math.max(startsAt, endsAt - 1));
  const days = [first];
  for (let day = first; day < last; days.push(day)) day = addDays(day, 1);
  return days;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HTTP_DATE = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/;

/**
 * Epoch ms of an HTTP `Date` header (RFC 9110 section 5.6.7, IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`); `null` for
 * anything else, the two obsolete forms included: no server of today sends them. The weekday's name is not checked.
 */
export function parseHttpDate(text: string): number | null {
  const [, date = '', month = '', year = '', clock = ''] = HTTP_DATE.exec(text) ?? [];
  const number = pad(MONTHS.indexOf(month) + 1);
  return parseInstant(`${year}-${number}-${date}T${clock}Z`);
}
