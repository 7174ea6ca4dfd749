import type { QualityEvent } from '../../../domain/event/event';
import { presentCalendarEntry } from '../../../words/present-calendar-entry';
import { ticketPage } from '../../../words/strings';
import { say } from '../../platform/ask';
import { addToCalendar } from '../../platform/phone-calendar';

/** From a tap: the event into the phone's calendar, and what came of it. */
export async function keepInCalendar(entry: QualityEvent): Promise<void> {
  const outcome = await addToCalendar(presentCalendarEntry(entry));
  const words = { done: ticketPage.addedCalendar, file: ticketPage.calendarFile, refused: ticketPage.calendarRefused };
  say(words[outcome]);
}
