/** An event in the words of the phone's own calendar. */
import type { TimedEvent } from '../domain/event/agenda';

const HOUR_SECONDS = 3600;

export interface CalendarEntryWords {
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly location: string;
  readonly description: string;
  readonly alarmBefore: number;
  readonly icsPath: string;
}

/** Two hours before it begins the phone reminds. The browser is handed the server's iCalendar file instead. */
export function presentCalendarEntry({
  event,
  startsAt,
  endsAt,
}: Pick<TimedEvent, 'event' | 'startsAt' | 'endsAt'>): CalendarEntryWords {
  return {
    title: event.title,
    startsAt,
    endsAt,
    location: event.venue === null ? event.regionName : `${event.venue.name} ${event.venue.address}`,
    description: event.organiser.name,
    alarmBefore: 2 * HOUR_SECONDS,
    icsPath: `/api/v1/events/${encodeURIComponent(event.id)}.ics`,
  };
}
