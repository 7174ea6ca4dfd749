/**
 * Workbooks whose every cell is text unless it is a count of ours, so that `=1+1`, `007` and codes of 18 digits stay what they are. Drop-down lists,
 * notes, marked cells and hidden sheets (ECMA-376 part 1, chapter 18); see docs/decisions/0014-spreadsheets.md.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { cellName } from '../../domain/event-import/sheet';
import { CONTENT_TYPES, escapeXml, PACKAGE_RELATIONS, STYLES, STYLE_IDS, XML } from './workbook-xml';

export type CellStyle = keyof typeof STYLE_IDS;

export interface StyledCell {
  readonly text: string;
  readonly style?: CellStyle;
  /** Shown beside the cell when the pointer is on it. */
  readonly note?: string;
}
/** A number is a count that sums may use. */
export type OutCell = string | number | StyledCell;

/** A drop-down list; other texts may be typed all the same, and are checked when the file is imported. */
export interface DropDown {
  /** From 1. */
  readonly column: number;
  readonly fromRow: number;
  readonly toRow: number;
  /** A range of cells: `'选项'!$A$2:$A$158`. */
  readonly source: string;
}

export interface OutSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly OutCell[])[];
  /** Rows that stay in view, from the top. */
  readonly frozenRows?: number;
  /** The first cell of these rows (from 1) reaches over all columns. */
  readonly wideRows?: readonly number[];
  readonly dropDowns?: readonly DropDown[];
  /** Printed below each page. */
  readonly footer?: string;
}

/** Every file is the same for the same content. The zip format has no dates before 1980. */
const MODIFIED = '1980-01-01T00:00:00';
const LONGEST_CELL = 32_767;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const styled = (cell: OutCell): StyledCell => (typeof cell === 'object' ? cell : { text: String(cell) });

/** Every text once; cells give its number. Previews on iPhones show nothing of texts that stand in the cells. */
class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
    return `${XML}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function cellXml(cell: OutCell, row: number, column: number, strings: SharedStrings): string {
  if (typeof cell === 'number') {
    return `<c r="${cellName(row, column)}" s="${STYLE_IDS.number}"><v>${cell}</v></c>`;
  }
  const { text, style = 'text' } = styled(cell);
  const open = `<c r="${cellName(row, column)}" s="${STYLE_IDS[style]}"`;
  if (text === '') return style === 'text' ? '' : `${open}/>`;
  return `${open} t="s"><v>${strings.numberOf(text.slice(0, LONGEST_CELL))}</v></c>`;
}

interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const notesOf = ({ rows }: OutSheet): Note[] =>
  rows.flatMap((cells, at) =>
    cells.flatMap((cell, index) => {
      const { note } = styled(cell);
      return note === undefined ? [] : [{ row: at + 1, column: index + 1, text: note }];
    }),
  );

function sheetXml(sheet: OutSheet, hasNotes: boolean, strings: SharedStrings): string {
  const { widths, rows, frozenRows = 0, wideRows = [], dropDowns = [], footer } = sheet;
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const cols = widths
    .map(
      (width, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${STYLE_IDS.text}"/>`,
    )
    .join('');
  const data = rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((cell, index) => cellXml(cell, at + 1, index + 1, strings)).join('')}</row>`,
    )
    .join('');
  const merges = wideRows
    .map((row) => `<mergeCell ref="A${row}:${cellName(row, Math.max(2, widths.length))}"/>`)
    .join('');
  const lists = dropDowns
    .map(({ column, fromRow, toRow, source }) => {
      const range = `${cellName(fromRow, column)}:${cellName(toRow, column)}`;
      const rule = `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}">`;
      return `${rule}<formula1>${escapeXml(source)}</formula1></dataValidation>`;
    })
    .join('');
  return [
    `${XML}<worksheet xmlns="${MAIN}"`,
    ` xmlns:r="${TYPES}">`,
    // Printed across a page of A4, however many columns there are.
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>`,
    cols === '' ? '' : `<cols>${cols}</cols>`,
    `<sheetData>${data}</sheetData>`,
    merges === '' ? '' : `<mergeCells count="${wideRows.length}">${merges}</mergeCells>`,
    lists === '' ? '' : `<dataValidations count="${dropDowns.length}">${lists}</dataValidations>`,
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.8" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    // An ampersand begins a code of the footer's own (ECMA-376 part 1, 18.3.1.46).
    footer === undefined
      ? ''
      : `<headerFooter><oddFooter>&amp;L${escapeXml(footer.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    hasNotes ? '<legacyDrawing r:id="rId2"/>' : '',
    '</worksheet>',
  ].join('');
}

function commentsXml(notes: readonly Note[]): string {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><t xml:space="preserve">${escapeXml(text)}</t></text></comment>`,
  );
  return `${XML}<comments xmlns="${MAIN}"><authors><author>质量月</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** Where the notes' boxes are: a format of Excel 97 that every program still asks for. */
function drawingXml(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column }, at) => {
    const client = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column},15,${row - 1},2,${column + 3},15,${row + 4},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData>`;
    return `<v:shape id="_x0000_s${1025 + at}" type="#note" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>${client}</v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>${shapes.join('')}</xml>`;
}

const relationsXml = (relations: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${TYPES}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function workbookXml(sheets: readonly OutSheet[]): string {
  const list = sheets.map(({ name, isHidden }, at) => {
    const state = isHidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><bookViews><workbookView/></bookViews><sheets>${list.join('')}</sheets></workbook>`;
}

/** The bytes of an .xlsx. Sheets' names: at most 31 characters, none of `[]:*?/\`. */
export function writeWorkbook(sheets: readonly OutSheet[]): Uint8Array {
  const strings = new SharedStrings();
  const files: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES(
      sheets.map((sheet, at) => (notesOf(sheet).length > 0 ? at + 1 : 0)),
      sheets.length,
    ),
    '_rels/.rels': PACKAGE_RELATIONS,
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, at) => {
    const number = at + 1;
    const notes = notesOf(sheet);
    files[`xl/worksheets/sheet${number}.xml`] = sheetXml(sheet, notes.length > 0, strings);
    if (notes.length === 0) return;
    files[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relationsXml([
      ['comments', `../comments${number}.xml`],
      ['vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
    ]);
    files[`xl/comments${number}.xml`] = commentsXml(notes);
    files[`xl/drawings/vmlDrawing${number}.vml`] = drawingXml(notes);
  });
  files['xl/sharedStrings.xml'] = strings.xml();
  const parts: Zippable = {};
  for (const [path, text] of Object.entries(files)) parts[path] = [strToU8(text), { mtime: MODIFIED, level: 6 }];
  return zipSync(parts);
}
