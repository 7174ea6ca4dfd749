/** What a file is, by its first bytes: names lie, above all in chats. */
import { MOST_BYTES, RefusedFile } from './limits';
import { readZipDirectory } from './zip-directory';

export type FileKind = 'xlsx' | 'csv';

const startsWith = (file: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte);
const isZip = (file: Buffer): boolean => startsWith(file, 0x50, 0x4b, 0x03, 0x04) || startsWith(file, 0x50, 0x4b, 5, 6);
/** Compound File Binary: `.xls`, `.et`, and any workbook that is locked by a password. */
const isCompound = (file: Buffer): boolean => startsWith(file, 0xd0, 0xcf, 0x11, 0xe0);
const CSV_NAME = /\.(?:csv|tsv|txt)$/i;
const MACRO_ENTRY = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^xl\/activeX\//i;
const LINK_ENTRY = /^xl\/externalLinks\/|^xl\/connections\.xml$|^xl\/queryTables\//i;

function isMarkup(file: Buffer): boolean {
  const text = file.subarray(0, 200).toString('latin1').replaceAll('\0', '');
  return /^[\s\u00ef\u00bb\u00bf\u00ff\u00fe]*<(?:!doctype|html|head|table|\?xml|meta|div|style)/i.test(text);
}

/** Refuses what is neither kind, what is too large, and a workbook that brings code or other files’ content. */
export function fileKind(name: string, file: Buffer): FileKind {
  if (file.length === 0) throw new RefusedFile('empty-file');
  if (file.length > MOST_BYTES) throw new RefusedFile('file-too-large');
  if (isCompound(file)) throw new RefusedFile('old-excel');
  if (isZip(file)) {
    const names = [...readZipDirectory(file).keys()];
    if (names.some((entry) => MACRO_ENTRY.test(entry))) throw new RefusedFile('macros');
    if (names.some((entry) => LINK_ENTRY.test(entry))) throw new RefusedFile('external-links');
    if (!names.includes('[Content_Types].xml')) throw new RefusedFile('not-a-workbook');
    return 'xlsx';
  }
  if (isMarkup(file)) throw new RefusedFile('web-page');
  if (!CSV_NAME.test(name)) throw new RefusedFile('not-a-workbook');
  return 'csv';
}
