/** Dates as staff write them. All are clock times in China. */
import { halfWidth } from '../text/width';
import { plainLine } from '../text/plain-text';
import { DAY_MS, MINUTE_MS, parseDay, parseInstant } from '../time/time';
import { cellText, serialToInstant, type Cell, type Epoch } from './sheet';

export type DateFault = 'date' | 'no-such-day' | 'date-range' | 'year-missing' | 'day-missing';

export type DateReading =
  | { readonly ok: true; readonly instant: number; readonly timeMissing: boolean }
  | { readonly ok: false; readonly code: DateFault };

export interface DateContext {
  /** Of the campaign: the year of `9月8日`. */
  readonly year: number;
  readonly epoch: Epoch;
  /** What a day without a time means: its first moment, or the one after its last. */
  readonly edge: 'start' | 'end';
}

const WEEKDAY = /[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?/g;
const DATE = /^(?:(\d{4}) ?[-/.年] ?)?(\d{1,2}) ?([-/.月]) ?(\d{1,2}) ?[日号]?/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const TIME =
  /^ ?T?(上午|早上|凌晨|中午|下午|晚上|AM|PM)? ?(\d{1,2}) ?(?::|时|点) ?(?:(半)|(\d{1,2}) ?分?)?(?::(\d{1,2})(?:\.\d+)?)?整? ?(AM|PM)?$/i;
const TIME_ONLY = /^(?:上午|早上|凌晨|中午|下午|晚上)? ?\d{1,2} ?[:时点]/;
/** A second date or time behind a dash: `9月8日至10日`, `9:00-11:00`. */
const RANGE = /至|到|~|—|–|\d[日号:时点分]?\d* ?- ?\d{1,2}[:时点月日]/;
/** Serial dates of 2000 to 2099; any other number in a date's cell is no date. */
const SERIALS: Readonly<Record<Epoch, readonly [number, number]>> = {
  '1900': [36_526, 73_050],
  '1904': [35_064, 71_588],
};

const refuse = (code: DateFault): DateReading => ({ ok: false, code });

function onDay(day: string, minutes: number | null, seconds: number, edge: DateContext['edge']): DateReading {
  const start = parseDay(day);
  if (start === null) return refuse('no-such-day');
  if (minutes !== null) return { ok: true, instant: start + minutes * MINUTE_MS + seconds * 1000, timeMissing: false };
  return { ok: true, instant: edge === 'start' ? start : start + DAY_MS, timeMissing: true };
}

/** Minutes since 00:00 and seconds; 24:00 is the day's end. `null`: no time of a day. */
function readTime(text: string): { readonly minutes: number; readonly seconds: number } | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const half = (match[1] ?? match[6] ?? '').toUpperCase();
  const minute = match[3] === undefined ? Number(match[4] ?? 0) : 30;
  const seconds = Number(match[5] ?? 0);
  let hour = Number(match[2]);
  if (['下午', '晚上', 'PM'].includes(half) && hour < 12) hour += 12;
  if (half === 'AM' && hour === 12) hour = 0;
  const minutes = hour * 60 + minute;
  return minute > 59 || seconds > 59 || minutes > 24 * 60 || (minutes === 24 * 60 && seconds > 0)
    ? null
    : { minutes, seconds };
}

function readText(text: string, { year, edge }: DateContext): DateReading {
  const instant = parseInstant(text.replace(/^(\S+) (\S+) ?(?=[+-])/, '$1T$2'));
  if (instant !== null) return { ok: true, instant, timeMissing: false };
  const plain = text.replace(WEEKDAY, ' ').replace(/ +/g, ' ').trim();
  const [compact, ...parts] = COMPACT.exec(plain) ?? [];
  const [whole = compact, ownYear = parts[0], month = parts[1] ?? '', mark = '月', date = parts[2] ?? ''] =
    compact === undefined ? (DATE.exec(plain) ?? []) : [];
  if (whole === undefined) return refuse(TIME_ONLY.test(plain) ? 'day-missing' : 'date');
  if (ownYear === undefined && mark !== '月') return refuse('year-missing');
  const day = `${ownYear ?? String(year)}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const rest = plain.slice(whole.length).trim();
  if (rest === '') return onDay(day, null, 0, edge);
  const time = readTime(rest);
  if (time) return onDay(day, time.minutes, time.seconds, edge);
  return refuse(RANGE.test(rest) || rest.startsWith('-') ? 'date-range' : 'date');
}

function readNumber(value: number, context: DateContext): DateReading {
  const [first, last] = SERIALS[context.epoch];
  if (value >= first && value < last) {
    const instant = serialToInstant(value, context.epoch);
    const isWhole = Number.isInteger(value);
    if (!isWhole) return { ok: true, instant, timeMissing: false };
    return { ok: true, instant: context.edge === 'start' ? instant : instant + DAY_MS, timeMissing: true };
  }
  if (value > 0 && value < 1) return refuse('day-missing');
  return readText(String(value), context);
}

/**
 * The instant that a cell means, in epoch ms; the cell is not empty.
 *
 * Reads serial dates of both epochs, `2025-9-8`, `2025/09/08 9:30`, `2025年9月8日 下午2点半`, `9月8日` (in the
 * campaign's year), `20250908`, RFC 3339, with any width and any invisible blanks. A day without a time is the whole
 * day. Refuses what would be a guess: `9/8`, `9:30`, a range in one cell.
 */
export function readDate(cell: Cell, context: DateContext): DateReading {
  if (cell.kind === 'date') {
    const end = context.edge === 'end' && !cell.hasTime ? DAY_MS : 0;
    return { ok: true, instant: cell.instant + end, timeMissing: !cell.hasTime };
  }
  if (cell.kind === 'number') return readNumber(cell.value, context);
  return readText(halfWidth(plainLine(cellText(cell))), context);
}
