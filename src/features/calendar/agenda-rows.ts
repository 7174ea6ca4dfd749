/** The agenda as one long column of rows whose heights are known beforehand: so a few of thousands can be drawn exactly. */
import type { AgendaDay } from '../../../domain/event/agenda';
import type { QualityEvent } from '../../../domain/event/event';

export type AgendaRow =
  | { readonly type: 'head'; readonly key: string; readonly day: string; readonly count: number }
  /** The chosen day has nothing on it. */
  | { readonly type: 'empty'; readonly key: string; readonly day: string }
  /** Events of several days that are not shown here: folded away (`unfold`), or listed on an earlier day (`continuing`). */
  | {
      readonly type: 'rest';
      readonly key: string;
      readonly day: string;
      readonly count: number;
      readonly why: 'unfold' | 'continuing';
    }
  | {
      readonly type: 'event';
      readonly key: string;
      readonly day: string;
      readonly event: QualityEvent;
      /** Of the title, at most two. */
      readonly lines: number;
    };

/** What decides how high rows are: the type size, and how many Chinese characters fit into a line of a title. */
export interface RowMetrics {
  readonly large: boolean;
  readonly titleChars: number;
}

const MAX_LINES = 2;

export function rowMetrics(large: boolean, windowWidth: number): RowMetrics {
  // Page margins, the card's padding and border, then characters of --text-lead.
  return { large, titleChars: Math.max(8, Math.floor((windowWidth - 32 - 30) / (large ? 21 : 17))) };
}

/** Lines that a title takes, at most two; letters and digits are a little over half as wide as a Chinese character. */
function linesOf(title: string, { titleChars }: RowMetrics): number {
  let width = 0;
  for (const char of title) width += char <= '\u00ff' ? 0.6 : 1;
  return Math.min(MAX_LINES, Math.ceil(width / titleChars));
}

/** CSS pixels, gap included; agenda.scss lays the same heights out. */
export function heightOf(row: AgendaRow, { large }: RowMetrics): number {
  switch (row.type) {
    case 'head':
      return 48;
    case 'rest':
      return large ? 72 : 56;
    case 'empty':
      return large ? 60 : 44;
    case 'event':
      return large ? 148 + 30 * row.lines : 126 + 24 * row.lines;
  }
}

/** What the list shows beside the days' own events. */
export interface RowChoices {
  /** Stands first, even with nothing on it. */
  readonly chosen: string | null;
  /** All of what runs on, however much. */
  readonly isUnfolded: boolean;
  /** Says on later days that events of earlier days go on. */
  readonly isContinuingShown: boolean;
}

/** Cards of events that began earlier, before the rest of them is folded: they must not bury what starts tomorrow. */
const FOLDED_RUNNING = 2;

/** Each day's head, what starts on it, what runs on, and a line for what is not shown there. */
export function agendaRows(
  days: readonly AgendaDay[],
  { chosen, isUnfolded, isContinuingShown }: RowChoices,
  metrics: RowMetrics,
): AgendaRow[] {
  const rows: AgendaRow[] = [];
  if (chosen !== null && days[0]?.day !== chosen) {
    rows.push({ type: 'head', key: chosen, day: chosen, count: 0 });
    rows.push({ type: 'empty', key: `${chosen}/`, day: chosen });
  }
  for (const { day, starting, running, continuing } of days) {
    // A fold that hides one card saves nothing.
    const isFolded = !isUnfolded && chosen === null && running.length > FOLDED_RUNNING + 1;
    const shown = [...starting, ...(isFolded ? running.slice(0, FOLDED_RUNNING) : running)];
    rows.push({ type: 'head', key: day, day, count: starting.length + running.length });
    for (const event of shown) {
      const { id, title } = event;
      rows.push({ type: 'event', key: `${day}/${id}`, day, event, lines: linesOf(title, metrics) });
    }
    const folded = starting.length + running.length - shown.length;
    if (folded > 0) rows.push({ type: 'rest', key: `${day}/unfold`, day, count: folded, why: 'unfold' });
    if (continuing > 0 && isContinuingShown)
      rows.push({ type: 'rest', key: `${day}/on`, day, count: continuing, why: 'continuing' });
  }
  return rows;
}

/** Where each row begins, and after the last where all end: one more than there are rows. */
export function offsetsOf(rows: readonly AgendaRow[], metrics: RowMetrics): readonly number[] {
  const offsets = [0];
  let end = 0;
  for (const row of rows) {
    end += heightOf(row, metrics);
    offsets.push(end);
  }
  return offsets;
}

/** The row at a height: the last that begins at or above it. */
function rowAt(offsets: readonly number[], height: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? Infinity) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Rows from `first` up to, not including, `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

export interface DrawnRows {
  readonly rows: readonly AgendaRow[];
  /** Of the empty boxes before and after them. */
  readonly above: number;
  readonly below: number;
}

/** What to draw for a window; before it the head of the day that it begins in, which sticks to the top of the screen. */
export function drawRows(
  rows: readonly AgendaRow[],
  offsets: readonly number[],
  { first, end }: RowWindow,
  metrics: RowMetrics,
): DrawnRows {
  const drawn = rows.slice(first, end);
  const above = offsets[first] ?? 0;
  const below = (offsets[offsets.length - 1] ?? 0) - (offsets[first + drawn.length] ?? 0);
  let head = first;
  while (head >= 0 && rows[head]?.type !== 'head') head -= 1;
  const headRow = rows[head];
  if (headRow === undefined || head === first) return { rows: drawn, above, below };
  return { rows: [headRow, ...drawn], above: above - heightOf(headRow, metrics), below };
}

/** The rows that show anything between two heights. */
export function windowOf(offsets: readonly number[], from: number, to: number): RowWindow {
  if (offsets.length < 2) return { first: 0, end: 0 };
  return { first: rowAt(offsets, from), end: rowAt(offsets, Math.max(from, to)) + 1 };
}
