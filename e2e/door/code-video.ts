/** A video of one frame (YUV4MPEG2) for Chromium's fake camera: a ticket's QR code on a grey table. */
import { qrMatrix, QUIET_MODULES } from '../../domain/sign-up/qr';

const WIDTH = 640;
const HEIGHT = 480;
const MODULE = 8;
const TABLE = 150;
const WHITE = 235;
const BLACK = 16;
const NO_COLOUR = 128;

export function codeVideo(text: string): Buffer {
  const matrix = qrMatrix(text, 'H');
  const side = (matrix.length + 2 * QUIET_MODULES) * MODULE;
  const [left, top] = [(WIDTH - side) / 2, (HEIGHT - side) / 2];
  const luma = Buffer.alloc(WIDTH * HEIGHT, TABLE);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = Math.floor(y / MODULE) - QUIET_MODULES;
      const column = Math.floor(x / MODULE) - QUIET_MODULES;
      const isDark = matrix[row]?.[column] === true;
      luma[(Math.floor(top) + y) * WIDTH + Math.floor(left) + x] = isDark ? BLACK : WHITE;
    }
  }
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F30:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR)]);
  return Buffer.concat([header, frame, frame]);
}
