/** A canvas that paints nothing and keeps what was written and drawn on it, in the units in which it was asked for. */
import { charactersOf } from '../../domain/text/line-wrap';

/** A text as it was written, and the room that it takes. */
export interface Written {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Within a clip: what reaches beyond its edge is cut on purpose. */
  readonly isClipped: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A Chinese character is as wide as the type is large, a Latin letter or a digit about half of it. */
const widthOf = (text: string, font: string): number => charactersOf(text) * sizeOf(font);

function sizeOf(font: string): number {
  return Number(/(\d+(?:\.\d+)?)px/.exec(font)?.[1]);
}

/** How much of its type's size a glyph takes, from top to bottom. */
const GLYPH = 0.9;

export class RecordingCanvas {
  readonly written: Written[] = [];
  /** Boxes that paths are made of: the dark modules of a code. */
  readonly boxes: Box[] = [];
  /** Boxes that were filled at once. */
  readonly fills: Box[] = [];
  readonly pictures: Box[] = [];
  private readonly state = { font: '10px sans-serif', textAlign: 'left', textBaseline: 'middle', clipped: [false] };

  /** To be handed to what draws: all that it may call is there, and most of it does nothing. */
  readonly context = new Proxy(this, {
    get: (_, name) => this.member(String(name)),
    set: (_, name, value) => {
      if (name === 'font' || name === 'textAlign' || name === 'textBaseline') this.state[name] = String(value);
      return true;
    },
  }) as unknown as CanvasRenderingContext2D;

  private member(name: string): unknown {
    const known: Readonly<Record<string, unknown>> = {
      save: () => this.state.clipped.push(this.state.clipped.at(-1) ?? false),
      restore: () => this.state.clipped.pop(),
      clip: () => this.state.clipped.splice(-1, 1, true),
      measureText: (text: string) => ({ width: widthOf(text, this.state.font) }),
      fillText: (text: string, x: number, y: number) => {
        this.write(text, x, y);
      },
      rect: (x: number, y: number, width: number, height: number) => this.boxes.push({ x, y, width, height }),
      fillRect: (x: number, y: number, width: number, height: number) => this.fills.push({ x, y, width, height }),
      drawImage: (_: unknown, x: number, y: number, width: number, height: number) =>
        this.pictures.push({ x, y, width, height }),
    };
    const gradient = { addColorStop: () => undefined };
    return known[name] ?? (name.startsWith('create') ? () => gradient : () => undefined);
  }

  private write(text: string, x: number, y: number): void {
    const { font, textAlign, textBaseline, clipped } = this.state;
    const [size, width] = [sizeOf(font), widthOf(text, font)];
    const left = textAlign === 'center' ? x - width / 2 : x;
    const height = size * GLYPH;
    const top = textBaseline === 'top' ? y : y - height / 2;
    const box = { left, right: left + width, top, bottom: top + height };
    this.written.push({ text, size, ...box, isClipped: clipped.at(-1) ?? false });
  }
}
