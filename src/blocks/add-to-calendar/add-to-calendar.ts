import type { QualityEvent } from '../../../domain/event/event';
import { presentCalendarEntry } from '../../../words/present-calendar-entry';
import { ticketPage } from '../../../words/strings';
import { toast } from '../../platform/ask';
import { addToCalendar } from '../../platform/phone-calendar';

/** From a tap: puts the event into the phone's calendar and says what came of it. */
export async function addEventToCalendar(event: QualityEvent): Promise<void> {
  const outcome = await addToCalendar(presentCalendarEntry(event));
  const words = { done: ticketPage.addedCalendar, file: ticketPage.calendarFile, refused: ticketPage.calendarRefused };
  toast(words[outcome]);
}
