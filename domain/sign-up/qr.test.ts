import jsQR from 'jsqr';
import { type QrMatrix, qrMatrix, QUIET_MODULES } from './qr';

const SCALE = 4;

/** The code as a camera sees it: pixels, with its quiet zone. */
function read(matrix: QrMatrix): string | undefined {
  const side = (matrix.length + 2 * QUIET_MODULES) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  matrix.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let at = 0; at < SCALE * SCALE; at += 1) {
        const pixelX = (x + QUIET_MODULES) * SCALE + (at % SCALE);
        const pixelY = (y + QUIET_MODULES) * SCALE + Math.floor(at / SCALE);
        pixels.fill(0, (pixelY * side + pixelX) * 4, (pixelY * side + pixelX) * 4 + 3);
      }
    });
  });
  return jsQR(pixels, side, side)?.data;
}

test.each([
  ['an address', 'https://zhiliangyue.example/#/packages/slogans/index?slogan=3&design=solemn'],
  ['a ticket', 'QM7KD2X9HP'],
  ['Chinese', '质量月 · 人人创造质量'],
])('%s is read back', (_, text) => {
  expect(read(qrMatrix(text))).toBe(text);
});

test('capitals and digits take the smaller code', () => {
  const ticket = 'QM7KD2X9HPABCDEF1234';
  expect(qrMatrix(ticket).length).toBeLessThan(qrMatrix(ticket.toLowerCase()).length);
});

test('more recovery takes a larger code', () => {
  const text = 'https://zhiliangyue.example/';
  expect(qrMatrix(text, 'H').length).toBeGreaterThan(qrMatrix(text, 'L').length);
});
