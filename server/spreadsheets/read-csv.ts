/** A sheet out of a text file, in whatever encoding and with whatever separator the program wrote it. */
import { parse } from 'csv-parse/sync';
import type { Sheet } from '../../domain/event-import/sheet';
import { decodeFile } from './file-text';
import { withoutGuard } from './formula-guard';
import { MOST_COLUMNS, MOST_ROWS, RefusedFile } from './limits';

const SEPARATORS = [',', '\t', ';', '，'] as const;
const ROWS_ABOVE = 10;

/** The separator that the first lines have most of. */
function separatorOf(text: string): string {
  const top = text.slice(0, 4096);
  const countOf = (separator: string): number => top.split(separator).length;
  return SEPARATORS.reduce<string>((best, each) => (countOf(each) > countOf(best) ? each : best), ',');
}

export function readCsv(file: Buffer): Sheet {
  const text = decodeFile(file);
  if (text === null || text.includes('\0')) throw new RefusedFile('unknown-encoding');
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_ROWS + ROWS_ABOVE + 1,
    });
  } catch {
    throw new RefusedFile('not-csv');
  }
  while (records.length > 0 && (records.at(-1) ?? []).every((value) => value.trim() === '')) records.pop();
  if (records.length > MOST_ROWS + ROWS_ABOVE) throw new RefusedFile('too-many-rows');
  const rows = records.map((record) =>
    record.map((value, index) => {
      if (value !== '' && index >= MOST_COLUMNS) throw new RefusedFile('too-many-columns');
      return value === '' ? null : ({ kind: 'text', text: withoutGuard(value) } as const);
    }),
  );
  return { name: 'CSV', epoch: '1900', rows, merges: [] };
}
