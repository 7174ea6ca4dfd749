import type { TimedEvent } from '../../../domain/event/agenda';
import { presentCalendarEntry } from '../../../words/present-calendar-entry';
import { ticketPage } from '../../../words/strings';
import { say } from '../../platform/ask';
import { addToCalendar } from '../../platform/phone-calendar';

/** From a tap: the event into the phone's calendar, and what came of it. */
export async function keepInCalendar(entry: Pick<TimedEvent, 'event' | 'startsAt' | 'endsAt'>): Promise<void> {
  const outcome = await addToCalendar(presentCalendarEntry(entry));
  const words = { done: ticketPage.addedCalendar, file: ticketPage.calendarFile, refused: ticketPage.calendarRefused };
  say(words[outcome]);
}
