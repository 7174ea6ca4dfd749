/** A version as a Word document that looks like what a bureau sends, with its hash below every page. */
import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  NumberFormat,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { HAND_NUMBERS, type SummaryCase, TEXT_PARTS } from '../../domain/summary/summary-body';
import { parseInstant, wallClock } from '../../domain/time/time';
import { FIGURE_NAMES, figuresFile, presentAttended } from '../../words/figures';
import {
  BY_HAND,
  HAND_NUMBER_NAMES,
  numeral,
  summaryFile as words,
  TEXT_PART_NAMES,
  VISIBILITY_NAMES,
} from '../../words/summary';
import * as style from './official-style';
import { withData } from './document-parts';
import { type FilePicture, minuteOf, type SummaryFile } from './summary-file';

type Block = Paragraph | Table;
type Figures = SummaryFile['snapshot']['figures']['total'];

const WIDEST = 420;
const HIGHEST = 300;
/** By Exif orientation, clockwise; what is mirrored stays so. */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
/** In hundredths of the page's width. What came may be followed by how much of it nobody checked. */
const [PARAGRAPH, COUNT, ATTENDED] = [28, 9, 18];

function sentence(figures: Figures): string {
  const { planned, held, cancelled, signUps, attended, unchecked, enterprises } = figures;
  const parts = [
    words.planned(planned),
    words.held(held),
    ...(cancelled > 0 ? [words.cancelled(cancelled)] : []),
    words.signUps(signUps),
    ...(attended === null ? (held > 0 ? [words.notChecked] : []) : [words.attended(attended, unchecked)]),
    ...(enterprises > 0 ? [words.enterprises(enterprises)] : []),
  ];
  return words.figures(parts);
}

function figureTable({ total, paragraphs }: SummaryFile['snapshot']['figures']): Table {
  const names = ['planned', 'held', 'cancelled', 'signUps', 'attended', 'waiting', 'enterprises'] as const;
  const cells = (figures: Figures): string[] =>
    names.map((name) => (name === 'attended' ? presentAttended(figures) : String(figures[name])));
  return style.table(
    [
      [words.paragraph, ...names.map((name) => FIGURE_NAMES[name])],
      ...paragraphs.map(({ name, ...figures }) => [name, ...cells(figures)]),
      [figuresFile.total, ...cells(total)],
    ],
    [PARAGRAPH, ...names.map((name) => (name === 'attended' ? ATTENDED : COUNT))],
  );
}

function pictureOf({ type, width, height, turned, bytes }: FilePicture): Paragraph {
  const rotation = TURNS[turned] ?? 0;
  const isAcross = rotation === 90 || rotation === 270;
  const scale = Math.min(1, WIDEST / (isAcross ? height : width), HIGHEST / (isAcross ? width : height));
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale), rotation };
  const image = new ImageRun({ type: type === 'image/png' ? 'png' : 'jpg', data: Buffer.from(bytes), transformation });
  return new Paragraph({
    children: [image],
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120 },
  });
}

/** Pictures are numbered through the whole document. */
function caseBlocks(each: SummaryCase, index: number, file: SummaryFile, firstPicture: number): Block[] {
  const events = each.events.map((id) => file.events[id] ?? id).join('、');
  const facts = [
    words.caseParagraph(file.paragraphs[each.paragraph] ?? each.paragraph),
    ...(events === '' ? [] : [words.caseEvents(events)]),
    words.caseVisibility(VISIBILITY_NAMES[each.visibility]),
  ];
  const pictures = each.pictures.flatMap((id, at): Block[] => {
    const picture = file.pictures[id];
    const below = { alignment: AlignmentType.CENTER } as const;
    return picture ? [pictureOf(picture), style.small(words.caption(firstPicture + at), below)] : [];
  });
  return [
    style.secondHeading(`（${numeral(index)}）${each.title}`),
    ...style.body(`${facts.join('；')}。`),
    ...style.body(each.body),
    ...pictures,
  ];
}

function casesOf(file: SummaryFile): Block[] {
  let pictures = 0;
  return file.snapshot.body.cases.flatMap((each, index) => {
    const blocks = caseBlocks(each, index, file, pictures + 1);
    pictures += each.pictures.length;
    return blocks;
  });
}

interface Section {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** What is empty has no section. */
function sectionsOf(file: SummaryFile): readonly Section[] {
  const { figures, body, contains } = file.snapshot;
  const { sections } = words;
  const hand = HAND_NUMBERS.flatMap((name) => {
    const number = body.hand[name];
    return number === null ? [] : [[HAND_NUMBER_NAMES[name], String(number), BY_HAND]];
  });
  const versions = contains.map(({ name, version, hash }) => [name, words.versionOf(version), hash.slice(0, 16)]);
  const all: Section[] = [
    {
      name: sections.figures,
      blocks: [...style.body(sentence(figures.total)), figureTable(figures), style.small(words.tableNote)],
    },
    ...TEXT_PARTS.map((part) => ({ name: TEXT_PART_NAMES[part], blocks: style.body(body.texts[part]) })),
    {
      name: sections.hand,
      blocks:
        hand.length === 0
          ? []
          : [
              ...style.body(words.handNote),
              style.table([[words.item, words.count, words.source], ...hand], [60, 20, 20]),
            ],
    },
    { name: sections.cases, blocks: casesOf(file) },
    {
      name: sections.contains,
      blocks:
        versions.length === 0
          ? []
          : [style.table([[words.unit, words.version, words.hash], ...versions], [50, 20, 30])],
    },
  ];
  return all.filter(({ blocks }) => blocks.length > 0);
}

const openingOf = ({ document, year }: SummaryFile): string =>
  document ? words.opening(document.title, document.documentNo, year) : words.plainOpening(year);

function footerOf({ hash, snapshot: { version, submittedAt, late } }: SummaryFile): Footer {
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: style.font('plain'),
    size: style.pageNumberSize,
  });
  return new Footer({
    children: [
      new Paragraph({ children: [number], alignment: AlignmentType.CENTER }),
      style.small(words.hashLine(hash), { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } }),
      style.small(words.meta(version, minuteOf(submittedAt), late), {
        alignment: AlignmentType.CENTER,
        spacing: { before: 0, after: 0 },
      }),
    ],
  });
}

/** Of the day in China. */
function dateOf(submittedAt: string): string {
  const { year, month, date } = wallClock(parseInstant(submittedAt) ?? 0);
  return words.date(year, month, date);
}

function blocksOf(file: SummaryFile): Block[] {
  const { organisation, submittedAt } = file.snapshot;
  const sections = sectionsOf(file).flatMap(({ name, blocks }, index): Block[] => [
    style.heading(`${numeral(index)}、${name}`),
    ...blocks,
  ]);
  return [
    style.title(words.title(organisation.name, file.year)),
    style.centred(words.documentNo(file.year)),
    style.blank(),
    ...(file.superior === null ? [] : [style.address(words.to(file.superior))]),
    ...style.body(openingOf(file)),
    ...sections,
    style.blank(),
    style.signature(organisation.name),
    style.signature(dateOf(submittedAt)),
  ];
}

const plainHeading = { run: { color: '000000', size: 32, bold: false, italics: false } } as const;

export async function summaryDocument(file: SummaryFile): Promise<Uint8Array> {
  const { organisation } = file.snapshot;
  const document = new Document({
    title: words.title(organisation.name, file.year),
    creator: organisation.name,
    styles: { default: { title: plainHeading, heading1: plainHeading, heading2: plainHeading } },
    sections: [
      {
        properties: { page: { ...style.PAGE, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } },
        footers: { default: footerOf(file) },
        children: blocksOf(file),
      },
    ],
  });
  return withData(await Packer.toBuffer(document), file);
}
