// Writes a picture of few colours as a PNG with a palette: the same pixels in a third of the bytes.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** `pixels`: four bytes each (RGBA, alpha not multiplied in), row by row. Refuses a picture of more than 256 colours. */
export function palettePng({ width, height, pixels }) {
  const indexes = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < width * height; at++) {
    const alpha = pixels[at * 4 + 3];
    // All that is wholly transparent is one colour.
    const colour = alpha === 0 ? '0,0,0,0' : Array.from(pixels.subarray(at * 4, at * 4 + 4)).join(',');
    if (!indexes.has(colour)) indexes.set(colour, indexes.size);
    rows[at + Math.floor(at / width) + 1] = indexes.get(colour);
  }
  if (indexes.size > MOST_COLOURS) throw new Error(`${indexes.size} colours are too many for a palette`);
  const colours = Array.from(indexes.keys(), (colour) => colour.split(',').map(Number));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap(([red, green, blue]) => [red, green, blue]))),
    chunk('tRNS', Buffer.from(colours.map(([, , , alpha]) => alpha))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
