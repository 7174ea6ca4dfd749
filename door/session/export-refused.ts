/** Refused records as a table for a spreadsheet: text alone, with a mark that says UTF-8. */
import { doorWords } from '../../words/door';
import { formatInstant } from '../../domain/time/time';
import type { QueuedScan } from '../keep/kept';

const BOM = '\ufeff';

const cell = (value: string): string => `"${value.replace(/"/g, '""')}"`;

export function toExport(rows: readonly QueuedScan[]): string {
  const { columns, reasons, unknownReason } = doorWords.needsAttention;
  const lines = rows.map(({ id, scan, refusal }) => [
    formatInstant(scan.at),
    scan.event,
    doorWords.kinds[scan.kind],
    'ticket' in scan ? scan.ticket : '',
    'seats' in scan ? String(scan.seats) : '',
    reasons[refusal ?? ''] ?? unknownReason,
    id,
  ]);
  return BOM + [columns, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
}
