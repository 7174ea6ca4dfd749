/** Events as a calendar app shows them. */
import type { EventRow } from '../db/schema';
import { calendarText, escapeText, localTime, type Property, TIME_ZONE, utcTime } from './ical';

const PRODUCT = '-//quality-month//calendar//ZH';
/** How often a subscribed calendar is asked to look again. */
const REFRESH = 'PT1H';

/** Stays the same for as long as the event does, whatever else changes: apps know an event by it. */
function uidOf({ id, campaignId }: EventRow): string {
  return `${id}.${campaignId}@quality-month`;
}

function describe({ summary, organiser, cancelReason }: EventRow): string {
  const phone = organiser.phone === undefined ? '' : `（${organiser.phone}）`;
  const lines = [
    cancelReason === null ? '' : `已取消：${cancelReason}`,
    summary,
    `主办：${organiser.name}${phone}`,
    '自愿参加，不收费。以主办单位通知为准。',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/**
 * `SEQUENCE` is the event's revision: it grows with every change, as an app needs that knows the old form. `DTSTAMP` is
 * when this form was made (section 3.8.7.2, with a METHOD). Apps that do not know `STATUS` still see the word in front.
 */
function presentVevent(row: EventRow, madeAt: number): readonly Property[] {
  const isCancelled = row.status === 'cancelled';
  return [
    ['UID', uidOf(row)],
    ['DTSTAMP', utcTime(madeAt)],
    [`DTSTART;TZID=${TIME_ZONE}`, localTime(row.startsAt)],
    [`DTEND;TZID=${TIME_ZONE}`, localTime(row.endsAt)],
    ['SEQUENCE', String(row.rev)],
    ['STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['SUMMARY', escapeText(isCancelled ? `已取消：${row.title}` : row.title)],
    ['DESCRIPTION', escapeText(describe(row))],
    ...(row.venue === null ? [] : [['LOCATION', escapeText(`${row.venue.name}，${row.venue.address}`)] as const]),
    ['CATEGORIES', escapeText(row.kind)],
    ['TRANSP', isCancelled ? 'TRANSPARENT' : 'OPAQUE'],
  ];
}

/** A calendar to subscribe to. `madeAt`: epoch ms. */
export function presentCalendar(name: string, rows: readonly EventRow[], madeAt: number): string {
  const own: readonly Property[] = [
    ['PRODID', PRODUCT],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
    ['NAME', escapeText(name)],
    ['X-WR-CALNAME', escapeText(name)],
    ['X-WR-TIMEZONE', TIME_ZONE],
    ['REFRESH-INTERVAL;VALUE=DURATION', REFRESH],
    ['X-PUBLISHED-TTL', REFRESH],
  ];
  return calendarText(
    own,
    rows.map((row) => presentVevent(row, madeAt)),
  );
}

/** One event, to be taken over into a calendar. */
export function presentEventFile(row: EventRow, madeAt: number): string {
  const own: readonly Property[] = [
    ['PRODID', PRODUCT],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
  ];
  return calendarText(own, [presentVevent(row, madeAt)]);
}
