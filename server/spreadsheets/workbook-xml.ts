/** The fixed parts of a workbook that is written. */

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What XML 1.0 cannot hold; a lone half of a pair is no character. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `_x000D_` that somebody typed is written so that no program takes it for a line break. */
export function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? '')
    .replace(/\r/g, '_x000D_');
}

/** Places in `cellXfs` below. */
export const STYLE_IDS = { text: 1, heading: 2, required: 3, title: 4, marked: 5, remark: 6, number: 7 } as const;

/** Number format 49 is `@`: whatever is typed stays text. */
const xf = (font: number, fill: number, border: number, wrap: boolean): string =>
  `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="${wrap ? 'top' : 'center'}"${wrap ? ' wrapText="1"' : ''}/></xf>`;
/** Number format 0 is the general one, which sums take for numbers. */
const NUMBER =
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>';
const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const thin = (side: string): string => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`;
const FONT = '<name val="等线"/><family val="2"/>';

export const STYLES = [
  `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
  `<fonts count="4"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="14"/>${FONT}</font><font><sz val="11"/><color rgb="FFB3261E"/>${FONT}</font></fonts>`,
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${solid('FFEDEDED')}${solid('FFFCE4D6')}${solid('FFFFD9D9')}</fills>`,
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(thin).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  `${xf(0, 0, 0, true)}${xf(1, 2, 1, false)}${xf(1, 3, 1, false)}${xf(2, 0, 0, false)}${xf(0, 4, 1, true)}${xf(3, 0, 0, true)}${NUMBER}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

const OFFICE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `noted`: the numbers of the sheets that have notes, 0 for the others. */
export const CONTENT_TYPES = (noted: readonly number[], sheets: number): string =>
  [
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${OFFICE}.sharedStrings+xml"/>`,
    ...Array.from(
      { length: sheets },
      (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${OFFICE}.worksheet+xml"/>`,
    ),
    ...noted
      .filter((number) => number > 0)
      .map((number) => `<Override PartName="/xl/comments${number}.xml" ContentType="${OFFICE}.comments+xml"/>`),
    '</Types>',
  ].join('');

export const PACKAGE_RELATIONS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
