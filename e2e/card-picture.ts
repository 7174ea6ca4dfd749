import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { phrasesOf } from '../domain/slogan/slogan';

/** A card in a person's hands: what a camera reads in it, and where its slogan stands. */
export interface CardPicture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly data: Buffer;
}

export const decodePng = (bytes: Buffer): CardPicture => PNG.sync.read(bytes);

/** The text of the QR code in the picture; `null` where a camera would find none. */
export function readCode({ data, width, height }: CardPicture): string | null {
  return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Look {
  /** Where the slogan may stand, in units of 1/360 of the card's width, from the left and from above. */
  readonly area: (height: number) => Area;
  /** Whether its phrases are rows or columns. */
  readonly lines: 'rows' | 'columns';
  /** Whether its type is darker than the ground. */
  readonly type: 'dark' | 'light';
  /** The lower corner that its code stands in. */
  readonly code: 'left' | 'right';
}

export const LOOKS: Readonly<Record<string, Look>> = {
  庄重红: {
    area: (height) => ({ left: 16, right: 344, top: height > 400 ? 92 : 74, bottom: height - 100 }),
    lines: 'rows',
    type: 'light',
    code: 'right',
  },
  素雅: {
    area: (height) => ({ left: 166, right: 346, top: 14, bottom: height - 14 }),
    lines: 'columns',
    type: 'dark',
    code: 'left',
  },
  剪纸: {
    area: (height) => ({ left: 16, right: 344, top: height > 400 ? 244 : 156, bottom: height - 96 }),
    lines: 'rows',
    type: 'dark',
    code: 'right',
  },
  大字: {
    area: (height) => ({ left: 4, right: 356, top: 60, bottom: height - 105 }),
    lines: 'rows',
    type: 'dark',
    code: 'right',
  },
};

const UNITS = 360;
/** How much lighter or darker than the ground a pixel of type is, of 255. */
const CONTRAST = 90;

export interface Ink {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel of the area: 1 where type stands. */
  readonly marks: Uint8Array;
}

function greysOf({ data, width, height }: CardPicture, look: Look): Ink {
  const scale = width / UNITS;
  const { left, top, right, bottom } = look.area(height / scale);
  const from = { x: Math.round(left * scale), y: Math.round(top * scale) };
  const size = { width: Math.round((right - left) * scale), height: Math.round((bottom - top) * scale) };
  const marks = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const at = ((from.y + y) * width + from.x + x) * 4;
      const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      marks[y * size.width + x] = grey;
    }
  }
  return { ...size, marks };
}

/** What the cards of one design do not share is their type: the ground of a pixel is what most of them show free of it. */
export function inksOf(pictures: readonly CardPicture[], look: Look): readonly Ink[] {
  const greys = pictures.map((picture) => greysOf(picture, look));
  const ground = new Uint8Array(greys[0]?.marks.length ?? 0).fill(look.type === 'dark' ? 0 : 255);
  for (const { marks } of greys) {
    for (let at = 0; at < ground.length; at += 1) {
      const kept = ground[at] ?? 0;
      const seen = marks[at] ?? 0;
      if (look.type === 'dark' ? seen > kept : seen < kept) ground[at] = seen;
    }
  }
  return greys.map((each) => {
    const marks = new Uint8Array(ground.length);
    for (let at = 0; at < ground.length; at += 1) {
      const apart = (each.marks[at] ?? 0) - (ground[at] ?? 0);
      if (apart > CONTRAST || apart < -CONTRAST) marks[at] = 1;
    }
    return { ...each, marks };
  });
}

interface Band {
  readonly from: number;
  readonly to: number;
}

/** Stretches of an axis that carry ink; a gap narrower than `gap` parts nothing. */
function bandsOf(carries: readonly boolean[], gap: number): readonly Band[] {
  const bands: { from: number; to: number }[] = [];
  carries.forEach((carried, at) => {
    if (!carried) return;
    const last = bands.at(-1);
    if (last !== undefined && at - last.to < gap) last.to = at + 1;
    else bands.push({ from: at, to: at + 1 });
  });
  return bands;
}

/** `at(line, along)`: whether ink stands there, seen so that lines run along the second axis. */
interface Grid {
  readonly across: number;
  readonly along: number;
  readonly at: (line: number, along: number) => boolean;
}

const gridOf = ({ width, height, marks }: Ink, { lines }: Look): Grid =>
  lines === 'rows'
    ? { across: height, along: width, at: (line, along) => marks[line * width + along] === 1 }
    : { across: width, along: height, at: (line, along) => marks[along * width + line] === 1 };

/** Whether it is so anywhere from `from` up to `to`. */
function somewhere(from: number, to: number, isSo: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (isSo(at)) return true;
  return false;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** Room that a character takes along its line, by the line's own thickness; in columns they stand further apart. */
const PITCH = { rows: [0.92, 1.25], columns: [1.05, 1.4] } as const;

/** What is wrong with one line of `count` characters. */
function faultsOfLine(grid: Grid, band: Band, count: number, { lines }: Look): string[] {
  const [least, most] = PITCH[lines];
  const carries = range(0, grid.along).map((along) => somewhere(band.from, band.to, (line) => grid.at(line, along)));
  const from = carries.indexOf(true);
  const to = carries.lastIndexOf(true) + 1;
  const size = (to - from) / count;
  const faults: string[] = [];
  const share = size / (band.to - band.from);
  if (share < least || share > most) faults.push(`${count} characters are ${share.toFixed(2)} of their height each`);
  for (const index of range(0, count)) {
    const cell = { from: Math.round(from + index * size), to: Math.round(from + (index + 1) * size) };
    let inked = 0;
    for (let along = cell.from; along < cell.to; along += 1)
      for (let line = band.from; line < band.to; line += 1) inked += Number(grid.at(line, along));
    const filled = inked / ((cell.to - cell.from) * (band.to - band.from));
    if (filled < 0.03) faults.push(`character ${index + 1} is missing`);
  }
  return faults;
}

/** What a person would find wrong with the slogan on the card; empty where nothing is. */
export function faultsOf(ink: Ink, text: string, look: Look): string[] {
  const grid = gridOf(ink, look);
  const phrases = phrasesOf(text);
  const lines = bandsOf(
    range(0, grid.across).map((line) => somewhere(0, grid.along, (along) => grid.at(line, along))),
    ink.width / 90,
  );
  if (lines.length === 0) return ['no text'];
  const { width, height, marks } = ink;
  const edge = somewhere(0, width, (x) => marks[x] === 1 || marks[(height - 1) * width + x] === 1);
  const side = somewhere(0, height, (y) => marks[y * width] === 1 || marks[y * width + width - 1] === 1);
  const faults = edge || side ? ['the text touches an edge'] : [];
  if (lines.length !== phrases.length) return [...faults, `${lines.length} lines for ${phrases.length} phrases`];
  // Columns run from right to left.
  const inOrder = look.lines === 'rows' ? lines : [...lines].reverse();
  return [
    ...faults,
    ...inOrder.flatMap((line, index) => faultsOfLine(grid, line, Array.from(phrases[index] ?? '').length, look)),
  ];
}

/** How much of the ink of two cards is not shared, from 0 to 1. */
export function difference(one: Ink, other: Ink): number {
  let either = 0;
  let both = 0;
  one.marks.forEach((mark, at) => {
    const also = other.marks[at] ?? 0;
    either += mark | also;
    both += mark & also;
  });
  return either === 0 ? 0 : 1 - both / either;
}

/** The same ink without its right and without its lower quarter, as something that lies over it would leave it. */
export function clippedOf(ink: Ink): readonly Ink[] {
  const { width, height, marks } = ink;
  const xs = range(0, width).filter((x) => somewhere(0, height, (y) => marks[y * width + x] === 1));
  const ys = range(0, height).filter((y) => somewhere(0, width, (x) => marks[y * width + x] === 1));
  const limit = (all: readonly number[]): number => (all[0] ?? 0) * 0.25 + (all.at(-1) ?? 0) * 0.75;
  const [right, bottom] = [limit(xs), limit(ys)];
  return [
    { ...ink, marks: marks.map((mark, at) => (at % width > right ? 0 : mark)) },
    { ...ink, marks: marks.map((mark, at) => (Math.floor(at / width) > bottom ? 0 : mark)) },
  ];
}
