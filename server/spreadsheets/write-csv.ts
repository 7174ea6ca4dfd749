/** CSV for spreadsheets: a mark that says UTF-8, CRLF (RFC 4180), and a guard before what would be a formula. */
import { stringify } from 'csv-stringify/sync';
import { withGuard } from './formula-guard';

export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  const text = stringify(
    rows.map((row) => row.map(withGuard)),
    { bom: true, record_delimiter: 'windows' },
  );
  return Buffer.from(text);
}
