/** Cells that were merged: a file keeps the value in the first and leaves the rest empty. */
import type { Cell, MergedRange, Sheet } from './sheet';

export interface CellAt {
  readonly cell: Cell | null;
  /** It lies under a merged cell that reaches here from another column, whose value is not meant for this one. */
  readonly isCovered: boolean;
}

/**
 * Reads a cell, both numbers from 1. Merged downwards, the first cell's value counts for every row, as it looks on the
 * sheet; merged sideways, the further columns have none.
 */
export function cellReader({ rows, merges }: Sheet): (row: number, column: number) => CellAt {
  const ranges = new Map<number, MergedRange[]>();
  for (const range of merges) {
    for (let row = range.top; row <= Math.min(range.bottom, rows.length); row += 1) {
      const list = ranges.get(row);
      if (list) list.push(range);
      else ranges.set(row, [range]);
    }
  }
  return (row, column) => {
    const range = ranges.get(row)?.find(({ left, right }) => left <= column && column <= right);
    if (range && column > range.left) return { cell: null, isCovered: true };
    return { cell: rows[(range?.top ?? row) - 1]?.[column - 1] ?? null, isCovered: false };
  };
}
