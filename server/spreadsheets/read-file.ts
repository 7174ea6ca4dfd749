/** The sheets of a file. For a thread of its own: what passes the first look may still take a second. */
import type { Sheet } from '../../domain/event-import/sheet';
import { fileKind } from './file-kind';
import { MOST_SHEETS, RefusedFile } from './limits';
import { readCsv } from './read-csv';
import { readSheet } from './read-sheet';
import { partReader, readWorkbook } from './workbook-parts';

export interface NamedFile {
  /** As it was called where it came from; only its ending is looked at. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Throws `RefusedFile`. Hidden sheets are not read. */
export function readFileSheets({ name, bytes }: NamedFile): [Sheet, ...Sheet[]] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (fileKind(name, file) === 'csv') return [readCsv(file)];
  const read = partReader(file);
  const workbook = readWorkbook(read);
  const sheets = workbook.sheets.slice(0, MOST_SHEETS).map(({ name: sheet, path }) => {
    const xml = read(path);
    if (xml === null) throw new RefusedFile('broken-workbook');
    return readSheet(sheet, xml, workbook);
  });
  const [first, ...rest] = sheets;
  if (!first) throw new RefusedFile('no-sheet');
  return [first, ...rest];
}
