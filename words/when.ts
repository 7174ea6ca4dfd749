/** Dates and times in words. Days are plain calendar days here, so the phone's zone cannot shift them. */
import dayjs from 'dayjs';
import { addDays, dayOf, daysBetween, wallClock, weekdayOf } from '../domain/time/time';
import { t } from './strings';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const NEAR = new Map([
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
]);

export function weekdayWords(day: string): string {
  return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** `9月18日`; with the year where it is not today's: `2025年9月18日`. */
export function dayWords(day: string, today: string): string {
  return dayjs(day).format(day.slice(0, 4) === today.slice(0, 4) ? 'M月D日' : 'YYYY年M月D日');
}

/** `今天`, `明天` …, or `null` further off. */
export function nearDayWords(day: string, today: string): string | null {
  return NEAR.get(daysBetween(today, day)) ?? null;
}

/** When an event near today begins, before its date: `后天`; of several days `后天开始`. `null` further off. */
export function nearStartWords(startsAt: number, endsAt: number, today: string): string | null {
  const { shape, first } = spanOf(startsAt, endsAt);
  const near = nearDayWords(first, today);
  return near === null || (shape !== 'days' && shape !== 'whole-days') ? near : t.event.startsNear(near);
}

/** `9月18日 周五 · 明天` */
export function dayHeading(day: string, today: string): string {
  const near = nearDayWords(day, today);
  return `${dayWords(day, today)} ${weekdayWords(day)}${near === null ? '' : ` · ${near}`}`;
}

/** `14:00` */
export function clockWords(instant: number): string {
  const { hour, minute } = wallClock(instant);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Minutes and seconds that are left, begun ones included: `9:05`. */
export function remainingWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `9月18日 14:00` */
export function momentWords(instant: number, today: string): string {
  return `${dayWords(dayOf(instant), today)} ${clockWords(instant)}`;
}

type Shape = 'hours' | 'night' | 'whole-day' | 'whole-days' | 'days';

interface Span {
  readonly shape: Shape;
  /** The first day and the last one that it touches, and its clock times; an end at midnight is `24:00` of the day before. */
  readonly first: string;
  readonly last: string;
  readonly from: string;
  readonly to: string;
}

/** A night out is one that is over before noon of the next day. */
const NIGHT_ENDS = '12:00';

function spanOf(startsAt: number, endsAt: number): Span {
  const atMidnight = clockWords(endsAt) === '00:00' && endsAt > startsAt;
  const first = dayOf(startsAt);
  const last = atMidnight ? addDays(dayOf(endsAt), -1) : dayOf(endsAt);
  const from = clockWords(startsAt);
  const to = atMidnight ? '24:00' : clockWords(endsAt);
  const days = daysBetween(first, last);
  const whole = from === '00:00' && to === '24:00';
  const night = days === 1 && to < NIGHT_ENDS && to < from;
  const shape = whole ? (days === 0 ? 'whole-day' : 'whole-days') : days <= 0 ? 'hours' : night ? 'night' : 'days';
  return { shape, first, last, from, to };
}

const withWeekday = (day: string, today: string): string => `${dayWords(day, today)} ${weekdayWords(day)}`;

/** An event of several days under the day `on`: `第 1/3 天 · 09:00 至 9月20日`, `第 2/3 天 · 至 9月20日 17:00`. */
function runWords({ shape, first, last, from, to }: Span, today: string, on: string): string {
  const end = dayWords(last, today);
  const words =
    shape === 'whole-days'
      ? t.when.until(end)
      : on === first
        ? t.when.fromUntil(from, end)
        : on === last
          ? t.when.ends(to)
          : t.when.until(`${end} ${to}`);
  return t.when.run(daysBetween(first, on) + 1, daysBetween(first, last) + 1, words);
}

/**
 * The hours of an event as a list says them under the day `on`: `14:00–16:00`, `22:00–次日 01:00`, `全天`,
 * `第 2/3 天 · 至 9月20日 17:00`.
 */
export function hoursWords(startsAt: number, endsAt: number, today: string, on: string): string {
  const span = spanOf(startsAt, endsAt);
  const { shape, first, from, to } = span;
  switch (shape) {
    case 'whole-day':
      return t.when.wholeDay;
    case 'hours':
      return `${from}–${to}`;
    case 'night':
      return `${on === first ? '' : `${dayWords(first, today)} `}${from}–${t.when.nextDay(to)}`;
    case 'whole-days':
    case 'days':
      return runWords(span, today, on);
  }
}

/** The whole span in words and figures: `9月18日 周五 14:00–16:00`, `9月18日 周五 09:00 – 9月20日 周日 17:00`. */
export function spanWords(startsAt: number, endsAt: number, today: string): string {
  const { shape, first, last, from, to } = spanOf(startsAt, endsAt);
  const start = withWeekday(first, today);
  if (shape === 'whole-days') return `${start} – ${withWeekday(last, today)}`;
  if (shape === 'days') return `${start} ${from} – ${withWeekday(last, today)} ${to}`;
  return `${start} ${hoursWords(startsAt, endsAt, today, first)}`;
}
