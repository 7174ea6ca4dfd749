import jsQR from 'jsqr';
import { qrPicture } from './qr-picture';

/** The picture as a scanner sees it: its runs painted, eight pixels a module. */
function paint(picture: string): { readonly pixels: Uint8ClampedArray; readonly edge: number } {
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
