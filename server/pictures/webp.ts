/** A WebP without Exif and XMP (RFC 9649, section 2.7): the chunks that make the picture, and flags that say so. */
import { type Picture, RefusedPicture, slice } from './picture';

const HEADER_BYTES = 12;
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP']);
const [ANIMATED, EXIF, XMP] = [0x02, 0x08, 0x04];

interface Size {
  readonly width: number;
  readonly height: number;
}

function lossySize(content: Buffer): Size {
  const head = slice(content, 6, 4);
  return { width: head.readUInt16LE(0) & 0x3fff, height: head.readUInt16LE(2) & 0x3fff };
}

function losslessSize(content: Buffer): Size {
  const bits = slice(content, 1, 4).readUInt32LE(0);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** Refuses (`broken`) what does not hold together, and animations. */
export function cleanWebp(bytes: Buffer): Picture {
  const kept: Buffer[] = [];
  let size: Size | null = null;
  const end = slice(bytes, 4, 4).readUInt32LE(0) + 8;
  if (end > bytes.length) throw new RefusedPicture('broken');
  for (let at = HEADER_BYTES; at + 8 <= end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = slice(bytes, at + 4, 4).readUInt32LE(0);
    const content = slice(bytes, at + 8, length);
    const chunk = Buffer.from(slice(bytes, at, Math.min(8 + length + (length % 2), bytes.length - at)));
    if (name === 'VP8X') {
      const flags = content[0] ?? 0;
      if ((flags & ANIMATED) !== 0) throw new RefusedPicture('animated');
      chunk[8] = flags & ~(EXIF | XMP);
    }
    if (name === 'VP8 ') size = lossySize(content);
    if (name === 'VP8L') size = losslessSize(content);
    if (KEPT.has(name)) kept.push(chunk);
    at += 8 + length + (length % 2);
  }
  if (size === null) throw new RefusedPicture('broken');
  const body = Buffer.concat(kept);
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(body.length + 4, 4);
  return { type: 'image/webp', ...size, turned: 1, bytes: Buffer.concat([header, body]) };
}
