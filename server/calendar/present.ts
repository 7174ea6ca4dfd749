/** Events as a calendar app shows them. */
import type { EventRow } from '../db/schema';
import { calendarText, escapeText, eventText, localTime, type Property, TIME_ZONE, utcTime } from './ical';

const PRODUCT = '-//quality-month//calendar//ZH';
/** How often a subscribed calendar is asked to look again. */
const REFRESH = 'PT1H';

/** Stays the same for as long as the event does, whatever else changes: apps know an event by it. */
function uidOf({ id, campaignId }: EventRow): string {
  return `${id}.${campaignId}@quality-month`;
}

function describe(
  { summary, organiser, venue, meetAt, suits, bring, cancelReason }: EventRow,
  url: string | null,
): string {
  const phone = organiser.phone === undefined ? '' : `（${organiser.phone}）`;
  const lines = [
    cancelReason === null ? '' : `已取消：${cancelReason}`,
    summary,
    // Some apps show no LOCATION.
    venue === null ? '' : `地点：${venue.name}，${venue.address}`,
    meetAt === null ? '' : `集合：${meetAt}`,
    suits ?? '',
    bring ?? '',
    `主办：${organiser.name}${phone}`,
    '自愿参加，不收费。以主办单位通知为准。',
    url === null ? '' : `详情与变动：${url}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** An hour before, which is when people set out. */
const alarm = (title: string): readonly Property[] => [
  ['BEGIN', 'VALARM'],
  ['ACTION', 'DISPLAY'],
  ['TRIGGER', '-PT1H'],
  ['DESCRIPTION', escapeText(title)],
  ['END', 'VALARM'],
];

/**
 * `SEQUENCE` is the event's revision: it grows with every change, as an app needs that knows the old form. `DTSTAMP` is
 * when this form was made (section 3.8.7.2, with a METHOD). Apps that do not know `STATUS` still see the word in front.
 */
function presentVevent(row: EventRow, madeAt: number, webAddress: string | null): readonly Property[] {
  const url = webAddress === null ? null : `${webAddress}/#/packages/event/index?id=${row.id}`;
  const isCancelled = row.status === 'cancelled';
  return [
    ['UID', uidOf(row)],
    ['DTSTAMP', utcTime(madeAt)],
    [`DTSTART;TZID=${TIME_ZONE}`, localTime(row.startsAt)],
    [`DTEND;TZID=${TIME_ZONE}`, localTime(row.endsAt)],
    ['SEQUENCE', String(row.rev)],
    ['STATUS', isCancelled ? 'CANCELLED' : 'CONFIRMED'],
    ['SUMMARY', escapeText(isCancelled ? `已取消：${row.title}` : row.title)],
    ['DESCRIPTION', escapeText(describe(row, url))],
    ...(row.venue === null ? [] : [['LOCATION', escapeText(`${row.venue.name}，${row.venue.address}`)] as const]),
    ['CATEGORIES', escapeText(row.kind)],
    ['TRANSP', isCancelled ? 'TRANSPARENT' : 'OPAQUE'],
    ...(url === null ? [] : [['URL', url] as const]),
    ...(isCancelled ? [] : alarm(row.title)),
  ];
}

export interface Rendering {
  /** Epoch ms. */
  readonly madeAt: number;
  /** Where the browser build is found; `null`: no address is known, so none is given. */
  readonly webAddress: string | null;
}

/** One event as a part of a calendar. */
export function presentEventPart(row: EventRow, { madeAt, webAddress }: Rendering): string {
  return eventText(presentVevent(row, madeAt, webAddress));
}

/** A calendar to subscribe to, of parts. */
export function presentCalendar(name: string, parts: readonly string[]): string {
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
  return calendarText(own, parts);
}

/** One event, to be taken over into a calendar. */
export function presentEventFile(row: EventRow, rendering: Rendering): string {
  const own: readonly Property[] = [
    ['PRODID', PRODUCT],
    ['CALSCALE', 'GREGORIAN'],
    ['METHOD', 'PUBLISH'],
  ];
  return calendarText(own, [presentEventPart(row, rendering)]);
}
