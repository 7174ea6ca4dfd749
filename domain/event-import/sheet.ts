/** A sheet as it was read from a workbook or a CSV file: cells with their kinds, before anybody asks what they mean. */
import { formatInstant, parseInstant, wallClock } from '../time/time';

/** The day that serial dates count from: a workbook says which (ECMA-376 part 1, 18.17.4.1). */
export type Epoch = '1900' | '1904';

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: with the leading zeros that its format shows. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  /** Epoch ms of what the clock in the cell shows, taken for a clock in China. */
  | { readonly kind: 'date'; readonly instant: number; readonly hasTime: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#REF!` and the like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula that was saved without its result. */
  | { readonly kind: 'no-result' };

/** All from 1, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly epoch: Epoch;
  /** Row 1 first; a row without cells is empty. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly merges: readonly MergedRange[];
}

function startOf(day: string): number {
  const start = parseInstant(`${day}T00:00:00+08:00`);
  if (start === null) throw new RangeError(`not a day: ${day}`);
  return start;
}

/** 1900 is no leap year, which the first two months of that epoch get wrong and no event is in. */
const EPOCHS: Readonly<Record<Epoch, number>> = { '1900': startOf('1899-12-30'), '1904': startOf('1904-01-01') };
const DAY_SECONDS = 86_400;

/**
 * Epoch ms of a serial date, as a clock in China shows it. Rounded to the second: a fraction of a day has no exact
 * form, and a quarter past nine would come out a millisecond early.
 */
export function serialToInstant(serial: number, epoch: Epoch): number {
  return EPOCHS[epoch] + Math.round(serial * DAY_SECONDS) * 1000;
}

/** `2025-09-08 09:30`; with seconds only where there are some. */
export function clockText(instant: number): string {
  const text = formatInstant(instant).slice(0, 19).replace('T', ' ');
  return text.endsWith(':00') ? text.slice(0, -3) : text;
}

/** What the cell shows, nearly enough to be found again; empty for none. */
export function cellText(cell: Cell | null | undefined): string {
  if (!cell) return '';
  switch (cell.kind) {
    case 'text':
    case 'error':
    case 'number':
      return cell.text;
    case 'date':
      return cell.hasTime ? clockText(cell.instant) : wallClock(cell.instant).day;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'no-result':
      return '';
  }
}

/** `C7`, both from 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
