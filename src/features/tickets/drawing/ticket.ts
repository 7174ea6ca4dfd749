/** A ticket as a picture, in black on white: it is scanned from any phone, and from paper. */
import { qrMatrix, QUIET_MODULES } from '../../../../domain/sign-up/qr';
import type { PixelSize } from '../../../platform/canvas';
import type { TicketContent } from './content';

/** A phone's album shows it whole, and a printer has enough of it. */
export const TICKET_PIXELS: PixelSize = { width: 1080, height: 1560 };
const SIDE = 80;
const WIDTH = TICKET_PIXELS.width - 2 * SIDE;
const VALUE_AT = SIDE + 180;
const SANS = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';
const VERMILION = '#B8211B';
const INK = '#1F2329';
const GREY = '#5B6169';
const CODE_UNIT = 18;

type Context = CanvasRenderingContext2D;

/** Lines that fit the width, at most so many; what is left over ends in an ellipsis. */
export function wrapped(
  text: string,
  width: number,
  most: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (widthOf(line + letter) <= width) {
      line += letter;
      continue;
    }
    if (lines.length === most - 1) {
      while (line !== '' && widthOf(`${line}…`) > width) line = Array.from(line).slice(0, -1).join('');
      return [...lines, `${line}…`];
    }
    lines.push(line);
    line = letter;
  }
  return line === '' ? lines : [...lines, line];
}

interface Text {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly weight?: number;
  readonly colour: string;
  readonly align?: CanvasTextAlign;
  readonly most?: number;
}

/** Where the next line may begin. */
function write(context: Context, text: string, how: Text): number {
  const { x, y, width, size, weight = 400, colour, align = 'left', most = 2 } = how;
  context.font = `${weight} ${size}px ${SANS}`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'top';
  const height = Math.round(size * 1.4);
  const lines = wrapped(text, width, most, (part) => context.measureText(part).width);
  lines.forEach((line, index) => {
    context.fillText(line, x, y + index * height);
  });
  return y + lines.length * height;
}

function drawQr(context: Context, text: string, top: number): number {
  const matrix = qrMatrix(text, 'H');
  const left = (TICKET_PIXELS.width - matrix.length * CODE_UNIT) / 2;
  const y = top + QUIET_MODULES * CODE_UNIT;
  context.fillStyle = '#000000';
  matrix.forEach((row, line) => {
    row.forEach((dark, column) => {
      if (dark) context.fillRect(left + column * CODE_UNIT, y + line * CODE_UNIT, CODE_UNIT, CODE_UNIT);
    });
  });
  return y + (matrix.length + QUIET_MODULES) * CODE_UNIT;
}

/** On a board of `TICKET_PIXELS`. */
export function drawTicket(context: Context, { heading, title, code, qr, note, lines }: TicketContent): void {
  const { width, height } = TICKET_PIXELS;
  context.fillStyle = '#FFFFFF';
  context.fillRect(0, 0, width, height);
  context.fillStyle = VERMILION;
  context.fillRect(0, 0, width, 16);
  const centre = { x: width / 2, width: WIDTH, align: 'center' } as const;
  let y = write(context, heading, { ...centre, y: 56, size: 36, colour: VERMILION, weight: 700, most: 1 });
  y = write(context, title, { ...centre, y: y + 16, size: 48, colour: INK, weight: 700 });
  y = drawQr(context, qr, y);
  y = write(context, code, { ...centre, y, size: 72, colour: INK, weight: 700, most: 1 });
  y = write(context, note, { ...centre, y: y + 4, size: 32, colour: GREY, most: 1 }) + 32;
  for (const { name, value } of lines) {
    write(context, name, { x: SIDE, y, width: VALUE_AT - SIDE, size: 34, colour: GREY, most: 1 });
    y = write(context, value, { x: VALUE_AT, y, width: width - SIDE - VALUE_AT, size: 34, colour: INK }) + 14;
  }
}
