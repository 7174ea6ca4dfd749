import jsQR from 'jsqr';
import { qrPicture } from './qr-picture';

interface Seen {
  readonly pixels: Uint8ClampedArray;
  readonly edge: number;
}

/** The picture as a scanner sees it: its runs painted, eight pixels a module. */
function paint(picture: string): Seen {
  const svg = decodeURIComponent(picture);
  const modules = Number(/viewBox='0 0 (\d+)/.exec(svg)?.[1]);
  const edge = modules * 8;
  const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * 8; row < (Number(y) + 1) * 8; row += 1) {
      const from = (row * edge + Number(x) * 8) * 4;
      const to = from + Number(length) * 8 * 4;
      for (let at = from; at < to; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return { pixels, edge };
}

test.each(['QM:ABCDEFGH23', 'QM:ZZZZZZZZZZ'])('a scanner reads %s back', (text) => {
  const { pixels, edge } = paint(qrPicture(text));
  expect(jsQR(pixels, edge, edge)?.data).toBe(text);
});

test('a ticket’s picture is small enough to be set at once', () => {
  expect(qrPicture('QM:ABCDEFGH23').length).toBeLessThan(8_000);
});

/** Seen from below: the upper edge is shorter by the share. */
function tilted({ pixels, edge }: Seen, share: number): Uint8ClampedArray {
  const seen = new Uint8ClampedArray(pixels.length).fill(255);
  for (let y = 0; y < edge; y += 1) {
    const near = 1 - share * (1 - y / edge);
    for (let x = 0; x < edge; x += 1) {
      const fromX = Math.round((x - edge / 2) / near + edge / 2);
      const fromY = Math.round(y / near);
      if (fromX < 0 || fromX >= edge || fromY < 0 || fromY >= edge) continue;
      const shade = pixels[(fromY * edge + fromX) * 4] ?? 255;
      seen.fill(shade, (y * edge + x) * 4, (y * edge + x) * 4 + 3);
    }
  }
  return seen;
}

/** With a stain in the middle, whose area is this share of the code’s. */
function stained({ pixels, edge }: Seen, share: number): Uint8ClampedArray {
  const seen = Uint8ClampedArray.from(pixels);
  const side = Math.round(Math.sqrt(share) * edge * (25 / 33));
  const from = Math.round((edge - side) / 2);
  for (let y = from; y < from + side; y += 1) {
    for (let x = from; x < from + side; x += 1) seen.fill(0, (y * edge + x) * 4, (y * edge + x) * 4 + 3);
  }
  return seen;
}

describe('a ticket is read', () => {
  const seen = paint(qrPicture('QM:KD2X9HP4ST'));

  test.each([0.1, 0.2])('at a slant of %d', (share) => {
    expect(jsQR(tilted(seen, share), seen.edge, seen.edge)?.data).toBe('QM:KD2X9HP4ST');
  });

  test('with a tenth of it covered', () => {
    expect(jsQR(stained(seen, 0.1), seen.edge, seen.edge)?.data).toBe('QM:KD2X9HP4ST');
  });
});

test('a ticket takes a code of version 2: 25 modules a side, and the quiet zone', () => {
  expect(decodeURIComponent(qrPicture('QM:KD2X9HP4ST'))).toContain("viewBox='0 0 33 33'");
});
