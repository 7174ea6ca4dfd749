/** The phone's own calendar. */
import Taro from '@tarojs/taro';
import type { Outcome } from './phone';

export interface CalendarEntry {
  readonly title: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly location: string;
  readonly description: string;
  /** How long before the start the phone reminds, in seconds. */
  readonly alarmBefore: number;
  /** The same entry as iCalendar on our server, for browsers. */
  readonly icsPath: string;
}

/** From a tap only. WeChat asks the person; a browser is handed an iCalendar file, and what comes of it is not told: `file`. */
export async function addToCalendar(entry: CalendarEntry): Promise<Outcome | 'file'> {
  const { title, startsAt, endsAt, location, description, alarmBefore, icsPath } = entry;
  if (process.env.TARO_ENV === 'h5') {
    window.open(API_BASE + icsPath, '_blank', 'noopener');
    return 'file';
  }
  try {
    await Taro.addPhoneCalendar({
      title,
      // WeChat counts in seconds.
      startTime: Math.floor(startsAt / 1000),
      endTime: String(Math.floor(endsAt / 1000)),
      location,
      description,
      alarm: true,
      alarmOffset: alarmBefore,
    });
    return 'done';
  } catch {
    return 'refused';
  }
}
