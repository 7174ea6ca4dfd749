/** What every design of a card is given to draw. */
import type { QrMatrix } from '../../../../domain/sign-up/qr';

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
