/** Figures as a file: a heading that says whose, of what and of when, one row each, the definitions below. */
import type { Figures } from '../../domain/figures/figures';
import { ATTENDED_BY, FIGURE_DEFINITIONS, FIGURE_NAMES, figuresFile, presentAttended } from '../../words/figures';
import { type OutCell, writeWorkbook } from './write-workbook';

export interface FiguresFile {
  readonly heading: string;
  /** What the rows are of. */
  readonly by: string;
  readonly rows: readonly (Figures & { readonly name: string })[];
  readonly total: Figures;
}

const WAYS = ['scanned', 'manual', 'walkIn', 'paper'] as const;
const COLUMNS = ['planned', 'held', 'cancelled', 'signUps', 'attended', 'unchecked', 'waiting', 'enterprises'] as const;

/** What is unknown is a word or nothing, never a 0. */
function cellsOf(figures: Figures): OutCell[] {
  return COLUMNS.flatMap((column): OutCell[] => {
    if (column !== 'attended') return [figures[column]];
    const { attended, attendedBy } = figures;
    return [attended ?? presentAttended(figures), ...WAYS.map((way) => attendedBy?.[way] ?? '')];
  });
}

/** The table's titles, its rows and the sum, as other workbooks show it too. */
export function figureTable({ by, rows, total }: Omit<FiguresFile, 'heading'>): OutCell[][] {
  const titles = COLUMNS.flatMap((column) =>
    column === 'attended' ? [FIGURE_NAMES[column], ...WAYS.map((way) => ATTENDED_BY[way])] : [FIGURE_NAMES[column]],
  );
  return [
    [by, ...titles].map((text) => ({ text, style: 'heading' as const })),
    ...rows.map(({ name, ...figures }) => [name, ...cellsOf(figures)]),
    [{ text: figuresFile.total, style: 'heading' }, ...cellsOf(total)],
  ];
}

export const FIGURE_WIDTHS: readonly number[] = [56, ...Array.from({ length: COLUMNS.length + WAYS.length }, () => 13)];

export function figuresWorkbook(file: FiguresFile): Uint8Array {
  const definitions = COLUMNS.map((column) => `${FIGURE_NAMES[column]}：${FIGURE_DEFINITIONS[column]}`);
  return writeWorkbook([
    {
      name: figuresFile.sheet,
      widths: FIGURE_WIDTHS,
      frozenRows: 2,
      wideRows: [1],
      rows: [
        [{ text: file.heading, style: 'title' }],
        ...figureTable(file),
        [],
        [{ text: figuresFile.definitions, style: 'heading' }],
        ...definitions.map((text): OutCell[] => [text]),
      ],
    },
  ]);
}
