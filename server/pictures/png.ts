/** A PNG with only the chunks that make the picture (W3C PNG, third edition, chapter 11); texts, times and Exif go. */
import { type Picture, RefusedPicture, slice } from './picture';

const SIGNATURE_BYTES = 8;
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

/** Refuses (`broken`) what does not hold together, and animations. */
export function cleanPng(bytes: Buffer): Picture {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  let size: { readonly width: number; readonly height: number } | null = null;
  for (let at = SIGNATURE_BYTES; ;) {
    const length = slice(bytes, at, 4).readUInt32BE(0);
    const name = slice(bytes, at + 4, 4).toString('latin1');
    const chunk = slice(bytes, at, length + 12);
    if (name === 'acTL') throw new RefusedPicture('animated');
    if (name === 'IHDR') {
      const header = slice(chunk, 8, 8);
      size = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
    }
    if (KEPT.has(name)) kept.push(chunk);
    if (name === 'IEND') break;
    at += chunk.length;
  }
  if (size === null) throw new RefusedPicture('broken');
  return { type: 'image/png', ...size, turned: 1, bytes: Buffer.concat(kept) };
}
