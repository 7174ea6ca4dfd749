/**
 * The look of an official paper: GB/T 9704-2012, 党政机关公文格式. Type area 156 × 225 mm, body 仿宋 of size 三号 (16 pt) with
 * lines of 28 pt, title 小标宋 of 二号 (22 pt), headings 黑体 and 楷体. Sizes here are half points and twentieths of a point.
 */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

const BODY = 32;
const TITLE = 44;
const TABLE = 21;
const SMALL = 18;
/** 四号, of page numbers. */
const PAGE_NUMBER = 28;
const LINE = 560;
const TWO_CHARACTERS = 640;
const MM = 56.7;

export const FONTS = { title: '方正小标宋简体', body: '仿宋', heading: '黑体', second: '楷体', plain: '宋体' } as const;
type FontName = keyof typeof FONTS;

export const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: {
    top: Math.round(37 * MM),
    bottom: Math.round(35 * MM),
    left: Math.round(28 * MM),
    right: Math.round(26 * MM),
    footer: Math.round(20 * MM),
  },
};
/** Of the type area. */
const WIDTH = Math.round(156 * MM);

export const font = (name: FontName): NonNullable<IRunOptions['font']> => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: FONTS[name],
});

const run = (text: string, name: FontName, size: number): TextRun => new TextRun({ text, font: font(name), size });
const spacing = { line: LINE, lineRule: LineRuleType.EXACT };

export const title = (text: string): Paragraph =>
  new Paragraph({
    children: [run(text, 'title', TITLE)],
    alignment: AlignmentType.CENTER,
    heading: 'Title',
    spacing: { line: 640, lineRule: LineRuleType.EXACT },
  });

export const centred = (text: string): Paragraph =>
  new Paragraph({ children: [run(text, 'body', BODY)], alignment: AlignmentType.CENTER, spacing });

export const blank = (): Paragraph => new Paragraph({ children: [], spacing });

/** To whom, without an indent. */
export const address = (text: string): Paragraph => new Paragraph({ children: [run(text, 'body', BODY)], spacing });

const indented = (text: string, name: FontName, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({ children: [run(text, name, BODY)], indent: { firstLine: TWO_CHARACTERS }, spacing, ...options });

/** A text's own lines are paragraphs. */
export const body = (text: string): Paragraph[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => indented(line.trim(), 'body', { alignment: AlignmentType.BOTH }));

export const heading = (text: string): Paragraph => indented(text, 'heading', { heading: 'Heading1', keepNext: true });
export const secondHeading = (text: string): Paragraph =>
  indented(text, 'second', { heading: 'Heading2', keepNext: true });

export const signature = (text: string): Paragraph =>
  new Paragraph({
    children: [run(text, 'body', BODY)],
    alignment: AlignmentType.RIGHT,
    indent: { right: TWO_CHARACTERS * 2 },
    spacing,
    keepLines: true,
  });

export const small = (text: string, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({ children: [run(text, 'plain', SMALL)], spacing: { before: 60, after: 60 }, ...options });

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

/** `shares`: of the width, in percent; the first column is text, the others are counts. */
export function table(rows: readonly (readonly string[])[], shares: readonly number[]): Table {
  const widths = shares.map((share) => Math.round((WIDTH * share) / 100));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at === 0,
          children: cells.map(
            (text, column) =>
              new TableCell({
                borders: EDGES,
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlign.CENTER,
                margins: { top: 60, bottom: 60, left: 80, right: 80 },
                children: [
                  new Paragraph({
                    alignment: at > 0 && column === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
                    children: [run(text, at === 0 ? 'heading' : 'body', TABLE)],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

export const pageNumberSize = PAGE_NUMBER;
