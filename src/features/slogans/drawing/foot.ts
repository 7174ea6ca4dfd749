/** The lower end of a card: what the text is, which year it is of, and the way into the app. */
import { wrapText } from '../../../../domain/text/line-wrap';
import { drawCode, type Face, fontOf, measureWith, write } from './brush';
import { CARD_SCALE, type Sheet } from './sheet';

interface FootLook {
  /** From the card's left and right edges. */
  readonly side: number;
  /** From its lower edge. */
  readonly below: number;
  readonly title: string;
  readonly hint: string;
  readonly ink: string;
  readonly tile: string;
  readonly face: Face;
}

export const CODE_SIDE = 66;

/** Room that the details take above the foot. */
const DETAILS_HEIGHT = 86;
const DETAILS_SIZES = [17, 16, 15, 14, 13, 12, 11, 10, 9, 8] as const;
const DETAILS_LEADING = 1.4;

export const detailsHeight = ({ content }: Sheet): number => (content.details === undefined ? 0 : DETAILS_HEIGHT);

interface DetailsLook {
  readonly x: number;
  /** Their upper edge. */
  readonly y: number;
  readonly width: number;
  readonly height?: number;
  readonly colour: string;
  readonly face: Face;
}

/** As large as the box allows; every line is broken where it must be, and nothing is cut. */
export function drawDetails({ context, content }: Sheet, look: DetailsLook): void {
  const { details = [] } = content;
  const { x, y, width, height = DETAILS_HEIGHT, colour, face } = look;
  if (details.length === 0) return;
  const measure = measureWith(context, face, 700);
  const linesAt = (size: number): string[] =>
    details.flatMap((detail) => wrapText(detail, width, (text) => measure(text, size)));
  const size = DETAILS_SIZES.find((each) => linesAt(each).length * each * DETAILS_LEADING <= height) ?? 8;
  const lines = linesAt(size);
  const top = y + (height - lines.length * size * DETAILS_LEADING) / 2;
  lines.forEach((text, line) => {
    const middle = top + (line + 0.5) * size * DETAILS_LEADING;
    write(context, { text, x, y: middle, font: fontOf(face, size, 700), colour });
  });
}

export function drawFoot({ context, width, height, content }: Sheet, look: FootLook): void {
  const { code } = content;
  if (code === null) return;
  const top = height - look.below - CODE_SIDE;
  drawCode(context, code, {
    x: width - look.side - CODE_SIDE,
    y: top,
    side: CODE_SIDE,
    ink: look.ink,
    tile: look.tile,
    pixels: CARD_SCALE,
  });
  write(context, {
    text: content.label,
    x: look.side,
    y: top + CODE_SIDE - 32,
    font: fontOf(look.face, 16, 700),
    colour: look.title,
    tracking: 1,
  });
  write(context, {
    text: code.hint,
    x: look.side,
    y: top + CODE_SIDE - 9,
    font: fontOf('sans', 12),
    colour: look.hint,
  });
}
