/** One sheet's cells (ECMA-376 part 1, 18.3.1). */
import { serialToInstant, type Cell, type Epoch, type MergedRange, type Sheet } from '../../domain/event-import/sheet';
import { parseInstant } from '../../domain/time/time';
import { MOST_COLUMNS, MOST_ROWS, RefusedFile } from './limits';
import { unescapeText, type Workbook } from './workbook-parts';
import { parseXml } from './xml';

/** Above the events: the heading and what may stand over it. */
const ROWS_ABOVE = 10;

interface RawCell {
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string | null;
  inline: string;
}

/** `BC12` → both from 1; `null`: no address. */
function parseAddress(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === '') return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

function parseRange(text: string): MergedRange | null {
  const [from = '', to = from] = text.split(':');
  const [start, end] = [parseAddress(from), parseAddress(to)];
  return start && end ? { top: start.row, left: start.column, bottom: end.row, right: end.column } : null;
}

function numberCell(value: number, style: number, { formats, epoch }: Workbook): Cell {
  const format = formats[style];
  if (format?.isDate === true && value >= 1) {
    return {
      kind: 'date',
      instant: serialToInstant(value, epoch),
      hasTime: format.hasTime || !Number.isInteger(value),
    };
  }
  const text = String(value);
  return { kind: 'number', value, text: Number.isInteger(value) ? text.padStart(format?.digits ?? 0, '0') : text };
}

/** ISO 8601 in a cell of type `d`, without a zone: a clock in China. */
function isoCell(text: string): Cell {
  const whole = text.length === 10 ? `${text}T00:00:00` : text;
  const instant = parseInstant(`${whole.replace(/(?:Z|[+-]\d\d:\d\d)$/, '')}+08:00`);
  return instant === null ? { kind: 'text', text } : { kind: 'date', instant, hasTime: text.length > 10 };
}

function toCell({ type, style, hasFormula, value, inline }: RawCell, workbook: Workbook): Cell | null {
  if (type === 'inlineStr') return inline === '' ? null : { kind: 'text', text: unescapeText(inline) };
  if (value === null || value === '') return hasFormula && type !== 'str' ? { kind: 'no-result' } : null;
  switch (type) {
    case 's': {
      const text = workbook.sharedStrings[Number(value)];
      return text === undefined || text === '' ? null : { kind: 'text', text };
    }
    case 'str':
      return { kind: 'text', text: unescapeText(value) };
    case 'b':
      return { kind: 'boolean', value: value === '1' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return isoCell(value);
    default: {
      const number = Number(value);
      return Number.isFinite(number) ? numberCell(number, style, workbook) : { kind: 'text', text: value };
    }
  }
}

/** Refuses, as soon as it meets it, more rows or columns with something in them than an import takes. */
export function readSheet(name: string, xml: string, workbook: Workbook): Sheet {
  const rows: (Cell | null)[][] = [];
  const merges: MergedRange[] = [];
  const epoch: Epoch = workbook.epoch;
  let row = 0;
  let column = 0;
  let raw: RawCell | null = null;
  let into: 'value' | 'inline' | null = null;
  let isPhonetic = false;

  const keep = (cell: Cell): void => {
    if (column > MOST_COLUMNS) throw new RefusedFile('too-many-columns');
    if (row > MOST_ROWS + ROWS_ABOVE) throw new RefusedFile('too-many-rows');
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column - 1] = cell;
  };

  parseXml(xml, {
    open: (tag, attribute) => {
      switch (tag) {
        case 'row':
          row = Number(attribute('r') ?? row + 1);
          column = 0;
          break;
        case 'c': {
          const address = parseAddress(attribute('r') ?? '');
          if (address) row = address.row;
          column = address?.column ?? column + 1;
          const style = Number(attribute('s') ?? 0);
          raw = { type: attribute('t') ?? 'n', style, hasFormula: false, value: null, inline: '' };
          break;
        }
        case 'f':
          if (raw) raw.hasFormula = true;
          break;
        case 'v':
          into = 'value';
          break;
        case 'rPh':
          isPhonetic = true;
          break;
        case 't':
          into = isPhonetic ? null : 'inline';
          break;
        case 'mergeCell': {
          const range = parseRange(attribute('ref') ?? '');
          if (range) merges.push(range);
          break;
        }
      }
    },
    text: (value) => {
      if (raw && into === 'value') raw.value = (raw.value ?? '') + value;
      else if (raw && into === 'inline') raw.inline += value;
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') into = null;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'c' || !raw) return;
      const cell = toCell(raw, workbook);
      if (cell) keep(cell);
      raw = null;
    },
  });
  return { name, epoch, rows, merges };
}
