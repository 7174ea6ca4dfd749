/** A roster as a file: every cell text, the first line says whose it is, what for and of when. */
import {
  ROSTER_COLUMNS,
  type ExportPurpose,
  type RosterColumn,
  type RosterLine,
} from '../../domain/roster/roster-export';
import { formatInstant } from '../../domain/time/time';
import { ROSTER_TITLES, rosterHeading, SHEET_NAMES } from '../../words/spreadsheets';
import { writeCsv } from './write-csv';
import { writeWorkbook } from './write-workbook';

export interface RosterFile {
  readonly organisation: string;
  /** The event's title. */
  readonly event: string;
  readonly purpose: ExportPurpose;
  /** Epoch ms of the export. */
  readonly at: number;
  readonly columns: readonly RosterColumn[];
  readonly lines: readonly RosterLine[];
}

const WIDTHS: Readonly<Partial<Record<RosterColumn, number>>> = {
  enterprise: 30,
  creditCode: 24,
  topic: 30,
  signedUpAt: 28,
  attendedAt: 28,
};
const USUAL_WIDTH = 16;

function textOf(line: RosterLine, column: RosterColumn): string {
  const value = line[column];
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return column === 'seats' ? String(value) : formatInstant(value);
}

/** Heading line, titles, people; in the order of the form, whatever order the columns were asked for in. */
function linesOf(file: RosterFile): { readonly columns: readonly RosterColumn[]; readonly lines: readonly string[][] } {
  const columns = ROSTER_COLUMNS.filter((column) => file.columns.includes(column));
  return { columns, lines: file.lines.map((line) => columns.map((column) => textOf(line, column))) };
}

const headingOf = ({ organisation, event, purpose, at }: RosterFile): string =>
  rosterHeading({ organisation, event, purpose, at: formatInstant(at) });

export function rosterWorkbook(file: RosterFile): Uint8Array {
  const { columns, lines } = linesOf(file);
  const titles = columns.map((column) => ({ text: ROSTER_TITLES[column], style: 'heading' as const }));
  return writeWorkbook([
    {
      name: SHEET_NAMES.roster,
      widths: columns.map((column) => WIDTHS[column] ?? USUAL_WIDTH),
      frozenRows: 2,
      wideRows: [1],
      rows: [[{ text: headingOf(file), style: 'title' }], titles, ...lines],
    },
  ]);
}

export function rosterCsv(file: RosterFile): Buffer {
  const { columns, lines } = linesOf(file);
  return writeCsv([[headingOf(file)], columns.map((column) => ROSTER_TITLES[column]), ...lines]);
}
