/**
 * The text of iCalendar (RFC 5545), as far as it is needed here: lines, folded and escaped, and times in China. By hand,
 * since the libraries leave the zone to yet another one, stamp each rendering with the clock, and so never give the same
 * bytes twice.
 */
import { MINUTE_MS, wallClock } from '../../domain/time/time';

/** A property: its name with parameters, and its value as the file writes it. */
export type Property = readonly [name: string, value: string];

const CRLF = '\r\n';
/** Octets of a line without its end (section 3.1). */
const MOST_OCTETS = 75;

/** Of a character in UTF-8. */
function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Folds at 75 octets of UTF-8, never within a character. The space that a further line begins with counts. */
export function foldLine(line: string): string {
  if (line.length * 3 <= MOST_OCTETS || Buffer.byteLength(line) <= MOST_OCTETS) return line;
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > MOST_OCTETS) {
      folded += `${CRLF} `;
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

/** A TEXT value (section 3.3.11). What a line cannot carry (control characters) is left out. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replace(/[\p{Cc}]/gu, (char) => (char === '\n' ? '\\n' : ''));
}

const digits = (value: number): string => String(value).padStart(2, '0');

/** `20260918T140000`: what a clock in China shows. */
export function localTime(instant: number): string {
  const { day, hour, minute, second } = wallClock(instant);
  return `${day.replaceAll('-', '')}T${digits(hour)}${digits(minute)}${digits(second)}`;
}

const OFFSET_MS = 8 * 60 * MINUTE_MS;

/** `20260918T060000Z` */
export function utcTime(instant: number): string {
  return `${localTime(instant - OFFSET_MS)}Z`;
}

export const TIME_ZONE = 'Asia/Shanghai';

/** +08:00 and no daylight saving since 1991; nothing here is older. */
const ZONE: readonly Property[] = [
  ['BEGIN', 'VTIMEZONE'],
  ['TZID', TIME_ZONE],
  ['BEGIN', 'STANDARD'],
  ['DTSTART', '19910915T010000'],
  ['TZOFFSETFROM', '+0900'],
  ['TZOFFSETTO', '+0800'],
  ['TZNAME', 'CST'],
  ['END', 'STANDARD'],
  ['END', 'VTIMEZONE'],
];

const linesOf = (properties: readonly Property[]): string =>
  properties.map(([name, value]) => foldLine(`${name}:${value}`) + CRLF).join('');

/** One event's part of a file. */
export const eventText = (event: readonly Property[]): string =>
  linesOf([['BEGIN', 'VEVENT'], ...event, ['END', 'VEVENT']]);

/** A whole file: the calendar's own properties, the zone, then its events as `eventText` writes them. */
export function calendarText(own: readonly Property[], events: readonly string[]): string {
  const head = linesOf([['BEGIN', 'VCALENDAR'], ['VERSION', '2.0'], ...own, ...ZONE]);
  return head + events.join('') + linesOf([['END', 'VCALENDAR']]);
}
