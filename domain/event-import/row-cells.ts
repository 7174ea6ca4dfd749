/** The cells of one row by column, and the faults that are found while they are read. */
import { plainLine } from '../text/plain-text';
import type { ColumnKey } from './columns';
import type { ImportFault } from './import-types';
import type { CellAt } from './merged';
import { cellName, cellText, type Cell } from './sheet';

/** `absent`: the file has no such column, and says nothing of it. `faulty`: reported already. */
export type Reading =
  | { readonly state: 'absent' | 'empty' | 'faulty' }
  | { readonly state: 'filled'; readonly cell: Cell; readonly text: string };

const MOST_SHOWN = 60;

export class RowCells {
  readonly faults: ImportFault[] = [];
  readonly warnings: ImportFault[] = [];

  constructor(
    private readonly row: number,
    private readonly columns: ReadonlyMap<ColumnKey, number>,
    private readonly cellAt: (row: number, column: number) => CellAt,
  ) {}

  has(key: ColumnKey): boolean {
    return this.columns.has(key);
  }

  read(key: ColumnKey): Reading {
    const column = this.columns.get(key);
    if (column === undefined) return { state: 'absent' };
    const { cell, isCovered } = this.cellAt(this.row, column);
    if (isCovered) return this.fail(key, 'merged-cell');
    if (cell === null) return { state: 'empty' };
    if (cell.kind === 'error') return this.fail(key, 'cell-error');
    if (cell.kind === 'no-result') return this.fail(key, 'formula-without-result');
    if (cell.kind === 'boolean') return this.fail(key, 'wrong-type');
    const text = cellText(cell);
    return plainLine(text) === '' ? { state: 'empty' } : { state: 'filled', cell, text };
  }

  fail(key: ColumnKey, code: string, detail?: string): { readonly state: 'faulty' } {
    this.addFault(key, code, detail);
    return { state: 'faulty' };
  }

  addFault(key: ColumnKey | null, code: string, detail?: string): void {
    if (this.faults.some((fault) => fault.column === key && fault.code === code)) return;
    this.faults.push(this.note(key, code, detail));
  }

  addWarning(key: ColumnKey | null, code: string, detail?: string): void {
    if (this.warnings.some((fault) => fault.column === key && fault.code === code)) return;
    this.warnings.push(this.note(key, code, detail));
  }

  /** In the order in which the sheet shows the columns. */
  sorted(list: readonly ImportFault[]): ImportFault[] {
    const placeOf = ({ column }: ImportFault): number => (column === null ? 0 : (this.columns.get(column) ?? 0));
    return [...list].sort((one, other) => placeOf(one) - placeOf(other));
  }

  private note(key: ColumnKey | null, code: string, detail?: string): ImportFault {
    const column = key === null ? undefined : this.columns.get(key);
    const text = column === undefined ? '' : cellText(this.cellAt(this.row, column).cell);
    return {
      row: this.row,
      cell: column === undefined ? null : cellName(this.row, column),
      column: key,
      code,
      value: text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text,
      ...(detail !== undefined && { detail }),
    };
  }
}
