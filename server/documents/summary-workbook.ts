/** A version as a workbook: figures, numbers by hand, texts, cases, what it contains, and the JSON that was hashed. */
import { HAND_NUMBERS, TEXT_PARTS } from '../../domain/summary/summary-body';
import {
  BY_HAND,
  HAND_NUMBER_NAMES,
  summaryFile as words,
  TEXT_PART_NAMES,
  VISIBILITY_NAMES,
} from '../../words/summary';
import { FIGURE_WIDTHS, figureTable } from '../spreadsheets/figures-file';
import { type OutCell, type OutSheet, writeWorkbook } from '../spreadsheets/write-workbook';
import { minuteOf, type SummaryFile } from './summary-file';

/** Below what a cell may hold. */
const CHUNK = 30_000;

const head = (texts: readonly string[]): OutCell[] => texts.map((text) => ({ text, style: 'heading' }));

const chunks = (text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, at) => text.slice(at * CHUNK, (at + 1) * CHUNK));

function sheetsOf(file: SummaryFile): OutSheet[] {
  const { figures, body, contains, organisation, version, submittedAt, late } = file.snapshot;
  const { sheets } = words;
  const table = figureTable({ by: words.paragraph, rows: figures.paragraphs, total: figures.total });
  return [
    {
      name: sheets.figures,
      widths: FIGURE_WIDTHS,
      wideRows: [1, 2, table.length + 4],
      rows: [
        [{ text: words.title(organisation.name, file.year), style: 'title' }],
        [words.meta(version, minuteOf(submittedAt), late)],
        ...table,
        [],
        [words.tableNote],
      ],
    },
    {
      name: sheets.hand,
      widths: [36, 14, 10],
      rows: [
        head([words.item, words.count, words.source]),
        ...HAND_NUMBERS.map((name): OutCell[] => [HAND_NUMBER_NAMES[name], body.hand[name] ?? '', BY_HAND]),
      ],
    },
    {
      name: sheets.texts,
      widths: [16, 100],
      rows: TEXT_PARTS.map((part): OutCell[] => [{ text: TEXT_PART_NAMES[part], style: 'heading' }, body.texts[part]]),
    },
    {
      name: sheets.cases,
      widths: [30, 80, 30, 40, 12, 10],
      rows: [
        head(['标题', '内容', words.paragraph, '相关活动', '公开范围', '图片']),
        ...body.cases.map((each): OutCell[] => [
          each.title,
          each.body,
          file.paragraphs[each.paragraph] ?? each.paragraph,
          each.events.map((id) => file.events[id] ?? id).join('、'),
          VISIBILITY_NAMES[each.visibility],
          each.pictures.length,
        ]),
      ],
    },
    {
      name: sheets.contains,
      widths: [40, 10, 70],
      rows: [
        head([words.unit, words.version, words.hash]),
        ...contains.map(({ name, version: of, hash }): OutCell[] => [name, of, hash]),
      ],
    },
    { name: sheets.data, isHidden: true, widths: [100], rows: chunks(file.text).map((text): OutCell[] => [text]) },
  ];
}

/** The hash is below each page of each sheet. */
export function summaryWorkbook(file: SummaryFile): Uint8Array {
  const footer = words.hashLine(file.hash);
  return writeWorkbook(sheetsOf(file).map((sheet) => ({ ...sheet, footer })));
}
