/**
 * What the library does not write: the canonical JSON as a part of its own (ECMA-376 part 1, 15.2.5), so that anybody can
 * take the hash of the file again, and what stands in for a font that a computer lacks.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { escapeXml } from '../spreadsheets/workbook-xml';
import { FONTS } from './official-style';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS_PATH = 'word/_rels/document.xml.rels';
/** The zip format has no dates before 1980. */
const MODIFIED = '1980-01-01T00:00:00';

/** Older names of the same faces; 宋体 where there is no 小标宋. */
const STAND_INS: readonly (readonly [string, string])[] = [
  [FONTS.title, '宋体'],
  [FONTS.body, '仿宋_GB2312'],
  [FONTS.second, '楷体_GB2312'],
];

const fontTable = (): string =>
  `${XML}<w:fonts xmlns:w="${MAIN}">${STAND_INS.map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
  ).join('')}</w:fonts>`;

export function withData(
  document: Uint8Array,
  { text, hash }: { readonly text: string; readonly hash: string },
): Uint8Array {
  const parts = unzipSync(document);
  const relations = strFromU8(parts[RELATIONS_PATH] ?? new Uint8Array());
  const relation = `<Relationship Id="rIdData" Type="${RELATIONS}/customXml" Target="../customXml/item1.xml"/>`;
  const all: Record<string, Uint8Array> = {
    ...parts,
    'word/fontTable.xml': strToU8(fontTable()),
    'customXml/item1.xml': strToU8(
      `${XML}<summary xmlns="urn:quality-month:summary" sha256="${hash}">${escapeXml(text)}</summary>`,
    ),
    [RELATIONS_PATH]: strToU8(relations.replace('</Relationships>', `${relation}</Relationships>`)),
  };
  const files: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, bytes]) => [name, [bytes, { mtime: MODIFIED }]]),
  );
  return zipSync(files);
}
