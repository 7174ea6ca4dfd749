/** Workbooks that are made to cost much, or that lead outside, each with the word that refuses it. */
import { cellName } from '../../domain/event-import/sheet';
import type { FileRefusal } from '../../domain/event-import/file-refusal';
import { rawWorkbook } from './raw-workbook';

const MB = 1024 * 1024;
/** Where the directory of a zip names an entry, and says how large it is unpacked. */
const ENTRY = 0x02014b50;
const SIZE_AT = 24;
const ENTRY_BYTES = 46;

/** The directory says one size, the largest entry unpacks to another. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const file = Buffer.from(bytes);
  let largest = { at: 0, size: 0 };
  for (let at = 0; at + ENTRY_BYTES < file.length; at += 1) {
    if (file.readUInt32LE(at) === ENTRY && file.readUInt32LE(at + SIZE_AT) > largest.size) {
      largest = { at, size: file.readUInt32LE(at + SIZE_AT) };
    }
  }
  file.writeUInt32LE(size, largest.at + SIZE_AT);
  return file;
}

const bomb = rawWorkbook({ sheet: `<!--${' '.repeat(40 * MB)}-->` });
const headings = Array.from(
  { length: 300 },
  (_, at) => `<c r="${cellName(1, at + 1)}" t="inlineStr"><is><t>列${at}</t></is></c>`,
);

export const HOSTILE_WORKBOOKS: readonly [string, Uint8Array, FileRefusal][] = [
  ['a zip bomb', bomb, 'unpacked-too-large'],
  ['a zip bomb that says it is small', lying(bomb, 1000), 'unpacked-too-large'],
  ['300 columns', rawWorkbook({ sheet: `<row r="1">${headings.join('')}</row>` }), 'too-many-columns'],
  [
    'links to other files',
    rawWorkbook({ sheet: '', parts: { 'xl/externalLinks/externalLink1.xml': '<x/>' } }),
    'external-links',
  ],
  [
    'links to other files under another name',
    rawWorkbook({ sheet: '', workbook: '<externalReferences><externalReference r:id="r9"/></externalReferences>' }),
    'external-links',
  ],
];
