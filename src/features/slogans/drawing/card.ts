/** A slogan card: what stands on it, in which format and design. Drawn in units of 1/360 of its width. */
import type { Design } from '../../../../domain/slogan/card-scene';
import type { QrMatrix } from '../../../../domain/sign-up/qr';
import { drawLight } from './light';
import { drawPaperCut } from './paper-cut';
import { drawPoster } from './poster';
import { drawSolemn } from './solemn';

/** `wide` is what WeChat shows of a shared page (5:4); the other two are for people to keep and send. */
export const FORMATS = {
  portrait: { width: 360, height: 480 },
  square: { width: 360, height: 360 },
  wide: { width: 360, height: 288 },
  /** Of an event, with when and where it is. */
  invitation: { width: 360, height: 540 },
} as const;
export type Format = keyof typeof FORMATS;

/** Pixels a unit: 1080 wide, sharp on every phone. */
export const CARD_SCALE = 3;

export interface CardCode {
  readonly matrix: () => QrMatrix;
  readonly hint: string;
  /** A mini-program code that takes the matrix's place. */
  readonly picture?: CanvasImageSource;
}

export interface CardContent {
  /** The official text, phrases parted by spaces; of an event its title in lines. */
  readonly text: string | readonly string[];
  /** `活动主题`, `活动口号` */
  readonly label: string;
  /** Of the campaign whose texts these are. */
  readonly name: string;
  readonly year: number;
  /** Smaller lines above the foot: when and where an event is. */
  readonly details?: readonly string[];
  /** `null`: a card that is tapped, not scanned. */
  readonly code: CardCode | null;
}

export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly content: CardContent;
}

const DRAWN: Record<Design, (sheet: Sheet) => void> = {
  solemn: drawSolemn,
  light: drawLight,
  'paper-cut': drawPaperCut,
  poster: drawPoster,
};

export function drawCard(
  context: CanvasRenderingContext2D,
  content: CardContent,
  design: Design,
  format: Format,
  scale: number = CARD_SCALE,
): void {
  const { width, height } = FORMATS[format];
  context.save();
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  DRAWN[design]({ context, width, height, content });
  context.restore();
}
