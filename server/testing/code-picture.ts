/** What WeChat's stand-in draws for a mini-program code: a real PNG, of one colour for each scene. */
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';

const SIDE = 43;

/** Red, green and blue; strong, and never those of a card. */
export function colourOf(scene: string): readonly [number, number, number] {
  const [byte = 0] = createHash('sha256').update(scene).digest();
  return [0, 60 + (byte % 64), 255];
}

export function drawCode(scene: string): Buffer {
  const png = new PNG({ width: SIDE, height: SIDE });
  png.data = Buffer.from(Array.from({ length: SIDE * SIDE }, () => [...colourOf(scene), 255]).flat());
  return PNG.sync.write(png);
}
