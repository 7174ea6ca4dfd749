/** An event in the words of the phone's own calendar. */
import type { QualityEvent } from '../domain/event/event';
import { ALARM_BEFORE_MS } from '../domain/policy';

export interface CalendarEntryWords {
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly location: string;
  readonly description: string;
  readonly alarmBefore: number;
  readonly icsPath: string;
}

/** `alarmBefore` is in seconds. The browser is handed the server's iCalendar file instead. */
export function presentCalendarEntry(event: QualityEvent): CalendarEntryWords {
  return {
    title: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    location: event.venue === null ? event.regionName : `${event.venue.name} ${event.venue.address}`,
    description: event.organiser.name,
    alarmBefore: ALARM_BEFORE_MS / 1000,
    icsPath: `/api/v1/events/${encodeURIComponent(event.id)}.ics`,
  };
}
