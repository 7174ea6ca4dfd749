/** Days and hours as tables and forms of the console say them; in China's time whatever the machine's zone is. */
import { dayOf, daysBetween, parseInstant, wallClock, weekdayOf } from '../../domain/time/time';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

const clock = (instant: number): string => {
  const { hour, minute } = wallClock(instant);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** `9月18日 周四`; with the year where it is not `today`'s. */
export function dayText(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const words = `${Number(month)}月${Number(date)}日 ${WEEKDAYS[weekdayOf(day)] ?? ''}`;
  return year === today.slice(0, 4) ? words : `${year}年${words}`;
}

/** `9月18日 周四 14:00` of an instant on the wire; empty for none. */
export function momentText(instant: string | null | undefined, now: number): string {
  const at = parseInstant(instant ?? '');
  return at === null ? '' : `${dayText(dayOf(at), dayOf(now))} ${clock(at)}`;
}

/** `9月18日 周四 14:00–16:00`, over several days `9月18日 周四 14:00 至 9月20日 周六 16:00`. */
export function spanText(startsAt: string | null | undefined, endsAt: string | null | undefined, now: number): string {
  const from = parseInstant(startsAt ?? '');
  const to = parseInstant(endsAt ?? '');
  if (from === null || to === null) return momentText(startsAt, now);
  if (dayOf(from) === dayOf(to)) return `${momentText(startsAt, now)}–${clock(to)}`;
  return `${momentText(startsAt, now)} 至 ${momentText(endsAt, now)}`;
}

/** `今天`, `明天`, `3 天后`, `2 天前`. */
export function distanceText(instant: string, now: number): string {
  const at = parseInstant(instant);
  if (at === null) return '';
  const days = daysBetween(dayOf(now), dayOf(at));
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  return days > 0 ? `${days} 天后` : `${-days} 天前`;
}
