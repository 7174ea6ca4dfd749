/** The lower end of a card: what the text is, which year it is of, and the way into the app. */
import { drawCode, type Face, fontOf, write } from './brush';
import { CARD_SCALE, type Sheet } from './card';

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
