/** The rows that were not taken, as they came, with the cells marked and 错误说明 beside them, ready to be mended. */
import { FAULT_COLUMN } from '../../domain/event-import/columns';
import type { ImportFacts, ImportFault, SheetCheck } from '../../domain/event-import/import-types';
import { cellReader } from '../../domain/event-import/merged';
import { readHeading } from '../../domain/event-import/read-heading';
import { cellText, type Sheet } from '../../domain/event-import/sheet';
import { hintOf, sayFault, SHEET_NAMES } from '../../words/spreadsheets';
import { plainLine } from '../../domain/text/plain-text';
import { dropDownsOf, listSheet, widthOf, type TemplateFacts } from './template';
import { writeWorkbook, type OutCell, type OutSheet } from './write-workbook';

const REMARK_WIDTH = 60;

/** `null`: no row has a fault, or the heading has and nothing below it was read. */
export function markedWorkbook(sheet: Sheet, check: SheetCheck, facts: ImportFacts): Uint8Array | null {
  if (check.faults.length === 0 || check.headingFaults.length > 0) return null;
  const heading = readHeading(sheet, facts.organiser !== null);
  const titles = sheet.rows[heading.row - 1] ?? [];
  // A file that was marked before has the column already, and gets it again.
  const columns = titles.flatMap((cell, at) => {
    const title = plainLine(cellText(cell));
    const key = [...heading.columns].find(([, column]) => column === at + 1)?.[0] ?? null;
    return title === '' || title === FAULT_COLUMN ? [] : [{ title, key, column: at + 1 }];
  });
  const byRow = new Map<number, ImportFault[]>();
  for (const fault of check.faults) byRow.set(fault.row, [...(byRow.get(fault.row) ?? []), fault]);
  const cellAt = cellReader(sheet);

  const rows = [...byRow].map(([row, faults]): OutCell[] => {
    const cells = columns.map(({ key, column }): OutCell => {
      const text = cellText(cellAt(row, column).cell);
      const own = faults.filter((fault) => fault.column !== null && fault.column === key);
      return own.length === 0 ? text : { text, style: 'marked', note: own.map(hintOf).join('\n') };
    });
    return [...cells, { text: faults.map(sayFault).join('\n'), style: 'remark' }];
  });
  const keys = columns.map(({ key }) => key);
  const lists: TemplateFacts = { ...facts, organiserKnown: facts.organiser !== null };
  const marked: OutSheet = {
    name: SHEET_NAMES.faults,
    widths: [...keys.map(widthOf), REMARK_WIDTH],
    frozenRows: 1,
    rows: [
      [...columns.map(({ title }) => title), FAULT_COLUMN].map((text) => ({ text, style: 'heading' as const })),
      ...rows,
    ],
    dropDowns: dropDownsOf(lists, keys, 2),
  };
  return writeWorkbook([marked, listSheet(lists)]);
}
