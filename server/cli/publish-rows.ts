/** Rows to the server one by one, each reported as it fares. */
import type { FileRow } from './event-file';
import { putEvent, type PutTarget } from './put-event';
import { describeProblem, describeRow, describeStop, describeTotals, describeWarning, type Outcome } from './wording';

const ALL_PUBLISHED = 0;
export const SOME_REFUSED = 1;
export const NOT_DONE = 2;
/** 0: all rows are published, 1: some were refused, 2: wrong usage, unreadable file, or no server. */
export type ExitCode = typeof ALL_PUBLISHED | typeof SOME_REFUSED | typeof NOT_DONE;

/** A row that was compared before and changes nothing need not be sent. */
export interface UnchangedRow {
  readonly row: number;
  readonly id: string;
  readonly outcome: 'unchanged';
}
export type Row = FileRow | UnchangedRow;

export interface Rows {
  readonly rows: readonly Row[];
  /** Rows that were left out before. */
  readonly refused: number;
  /** What a row is called: that of a sheet has its number there. */
  readonly unit: '条' | '行';
}

export async function publishRows(
  { rows, refused, unit }: Rows,
  target: PutTarget,
  print: (line: string) => void,
): Promise<ExitCode> {
  const counts: Record<Outcome, number> = { created: 0, updated: 0, unchanged: 0, refused };
  const count = (row: number, id: string | null, outcome: Outcome): void => {
    counts[outcome] += 1;
    print(describeRow(row, id, outcome, unit));
  };
  for (const entry of rows) {
    if ('outcome' in entry) {
      count(entry.row, entry.id, entry.outcome);
      continue;
    }
    const result = await putEvent(entry.id, entry.body, target);
    if (result.outcome === 'stopped') {
      print(describeStop(entry.row, result, unit));
      print(describeTotals(counts));
      return NOT_DONE;
    }
    count(entry.row, entry.id, result.outcome);
    if (result.outcome === 'refused') describeProblem(result, entry.body).forEach(print);
    else for (const warning of result.warnings) print(describeWarning(warning, entry.body));
  }
  print(describeTotals(counts));
  return counts.refused > 0 ? SOME_REFUSED : ALL_PUBLISHED;
}
