import { addDays, weekdayOf } from '../../../domain/time/time';

/** The day that a key moves to from `day`; `null`: the key moves nothing. Home and End go to the ends of the week. */
export function dayByKey(key: string, day: string): string | null {
  const weekday = (weekdayOf(day) + 6) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday);
    case 'End':
      return addDays(day, 6 - weekday);
    default:
      return null;
  }
}
