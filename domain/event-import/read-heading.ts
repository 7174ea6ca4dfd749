/** Which row of a sheet is its heading, and which column holds what. */
import { plainLine } from '../text/plain-text';
import { COLUMN_KEYS, COLUMNS, FAULT_COLUMN, type ColumnKey } from './columns';
import type { ImportFault } from './import-types';
import { cellName, cellText, type Sheet } from './sheet';

export interface Heading {
  /** From 1. */
  readonly row: number;
  /** From 1. */
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly faults: readonly ImportFault[];
  readonly warnings: readonly ImportFault[];
}

/** A title, an address and a note may stand above the heading. */
const DEEPEST_HEADING = 10;
/** Fewer known titles may be a coincidence. */
const LEAST_TITLES = 3;

/** `* 编号（必填）：` is 编号. */
const bareTitle = (text: string): string =>
  plainLine(text)
    .replace(/[(（【[][^)）】\]]*[)）】\]]/g, '')
    .replace(/[\s*＊:：]/g, '');

const KEYS: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMN_KEYS.flatMap((key) => [COLUMNS[key].title, ...COLUMNS[key].aliases].map((title) => [title, key] as const)),
);

const keyOf = (text: string): ColumnKey | undefined => KEYS.get(bareTitle(text));

/** Row from 0; -1: none. */
function findHeading(sheet: Sheet): number {
  const counts = sheet.rows
    .slice(0, DEEPEST_HEADING)
    .map((row) => new Set(row.map((cell) => keyOf(cellText(cell))).filter((key) => key !== undefined)).size);
  const most = Math.max(0, ...counts);
  return most < LEAST_TITLES ? -1 : counts.indexOf(most);
}

export const looksLikeEvents = (sheet: Sheet): boolean => findHeading(sheet) !== -1;

/** `organiserKnown`: the column 主办单位 may be missing, since the organisation's own name is filled in. */
export function readHeading(sheet: Sheet, organiserKnown: boolean): Heading {
  const at = findHeading(sheet);
  if (at === -1) {
    const fault = { row: 1, cell: null, column: null, code: 'no-heading', value: '' };
    return { row: 0, columns: new Map(), faults: [fault], warnings: [] };
  }
  const row = at + 1;
  const columns = new Map<ColumnKey, number>();
  const faults: ImportFault[] = [];
  const warnings: ImportFault[] = [];
  (sheet.rows[at] ?? []).forEach((cell, index) => {
    const text = plainLine(cellText(cell));
    const key = keyOf(text);
    const where = { row, cell: cellName(row, index + 1), value: text };
    if (key === undefined) {
      if (text !== '' && bareTitle(text) !== FAULT_COLUMN) {
        warnings.push({ ...where, column: null, code: 'unknown-column' });
      }
    } else if (columns.has(key)) faults.push({ ...where, column: key, code: 'column-twice' });
    else columns.set(key, index + 1);
  });
  for (const key of COLUMN_KEYS) {
    const isNeeded = COLUMNS[key].required === true || (key === 'organiser' && !organiserKnown);
    if (isNeeded && !columns.has(key)) {
      faults.push({ row, cell: null, column: key, code: 'column-missing', value: '' });
    }
  }
  return { row, columns, faults, warnings };
}
