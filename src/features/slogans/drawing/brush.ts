/** Strokes that every design uses. Only what WeChat's canvas and the browser's both can. */
import type { Measure } from '../../../../domain/slogan/slogan';
import { QUIET_MODULES } from '../../../../domain/sign-up/qr';
import type { CardCode } from './sheet';

type Context = CanvasRenderingContext2D;

const SERIF = '"Songti SC", STSong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif';
const SANS = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif';

export type Face = 'serif' | 'sans';

export function fontOf(face: Face, size: number, weight: 400 | 700 | 900 = 400): string {
  return `${weight} ${size}px ${face === 'serif' ? SERIF : SANS}`;
}

/** Type grows evenly, so a text is measured at one size and a font is looked up once: that is what takes time. */
const MEASURED_AT = 100;

export function measureWith(context: Context, face: Face, weight: 400 | 700 | 900): Measure {
  context.font = fontOf(face, MEASURED_AT, weight);
  const widths = new Map<string, number>();
  const widthOf = (text: string): number => {
    const known = widths.get(text) ?? context.measureText(text).width / MEASURED_AT;
    widths.set(text, known);
    return known;
  };
  return (text, size) => widthOf(text) * size;
}

interface Words {
  readonly text: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly font: string;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
  /** Room between characters; canvases have no letter spacing that works everywhere. */
  readonly tracking?: number;
}

export function write(context: Context, { text, x, y, font, colour, align = 'left', tracking = 0 }: Words): void {
  context.font = font;
  context.fillStyle = colour;
  context.textBaseline = 'middle';
  if (tracking === 0) {
    context.textAlign = align;
    context.fillText(text, x, y);
    return;
  }
  context.textAlign = 'left';
  const characters = Array.from(text);
  const widths = characters.map((character) => context.measureText(character).width + tracking);
  const total = widths.reduce((sum, width) => sum + width, -tracking);
  let at = align === 'left' ? x : align === 'right' ? x - total : x - total / 2;
  characters.forEach((character, index) => {
    context.fillText(character, at, y);
    at += widths[index] ?? 0;
  });
}

export function fillBox(context: Context, colour: string, x: number, y: number, width: number, height: number): void {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

export function roundedPath(context: Context, x: number, y: number, width: number, height: number, r: number): void {
  context.beginPath();
  context.moveTo(x + r, y);
  context.arcTo(x + width, y, x + width, y + height, r);
  context.arcTo(x + width, y + height, x, y + height, r);
  context.arcTo(x, y + height, x, y, r);
  context.arcTo(x, y, x + width, y, r);
  context.closePath();
}

export function fillCircle(context: Context, colour: string, x: number, y: number, r: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(x, y, r, 0, Math.PI * 2);
  context.fill();
}

export function fillPolygon(context: Context, colour: string, points: readonly (readonly [number, number])[]): void {
  context.fillStyle = colour;
  context.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  context.closePath();
  context.fill();
}

/** Does `draw` at each of `count` turns around a point. */
export function around(context: Context, x: number, y: number, count: number, draw: () => void): void {
  for (let turn = 0; turn < count; turn += 1) {
    context.save();
    context.translate(x, y);
    context.rotate((turn * Math.PI * 2) / count);
    draw();
    context.restore();
  }
}

/** WeChat's picture brings a margin of its own, on white; this much more keeps it off the tile's round corners. */
const PICTURE_INSET = 2;

/**
 * The code on a light tile of `side`, quiet zone included. Modules end on whole pixels, or hairlines of light between
 * them make it hard to read: `pixels` are those of a unit.
 */
export function drawCode(
  context: Context,
  { matrix: matrixOf, picture }: CardCode,
  { x, y, side, ink, tile, pixels }: { x: number; y: number; side: number; ink: string; tile: string; pixels: number },
): void {
  roundedPath(context, x, y, side, side, 6);
  context.fillStyle = picture === undefined ? tile : '#FFFFFF';
  context.fill();
  if (picture !== undefined) {
    const across = side - 2 * PICTURE_INSET;
    context.drawImage(picture, x + PICTURE_INSET, y + PICTURE_INSET, across, across);
    return;
  }
  const matrix = matrixOf();
  const count = matrix.length + 2 * QUIET_MODULES;
  const unit = Math.max(1, Math.floor((side * pixels) / count)) / pixels;
  const inset = Math.round(((side - unit * matrix.length) / 2) * pixels) / pixels;
  context.fillStyle = ink;
  context.beginPath();
  matrix.forEach((row, line) => {
    row.forEach((dark, column) => {
      if (dark) context.rect(x + inset + column * unit, y + inset + line * unit, unit, unit);
    });
  });
  context.fill();
}
