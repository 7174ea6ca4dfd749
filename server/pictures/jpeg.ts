/**
 * A JPEG without what says where, when and with what it was taken (ITU-T T.81, annex B; Exif 2.32). Of Exif only the
 * orientation stays. What follows the picture in the file, as a film of a moment does, is left out.
 */
import { type Picture, RefusedPicture, slice } from './picture';

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe];
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ICC = Buffer.from('ICC_PROFILE\0', 'latin1');
const JFIF = Buffer.from('JFIF\0', 'latin1');
const ADOBE = Buffer.from('Adobe', 'latin1');
const ORIENTATION = 0x0112;
const UPRIGHT = 1;
const MOST_TURNED = 8;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The orientation in Exif's first directory; 1 where none can be read. */
function orientationOf(exif: Buffer): number {
  try {
    const isLittle = exif.toString('latin1', 0, 2) === 'II';
    const short = (at: number): number => (isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at));
    const directory = isLittle ? exif.readUInt32LE(4) : exif.readUInt32BE(4);
    const entries = short(directory);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + entry * 12;
      if (short(at) !== ORIENTATION) continue;
      const turned = short(at + 8);
      return turned >= UPRIGHT && turned <= MOST_TURNED ? turned : UPRIGHT;
    }
  } catch {
    // A directory that leads out of the segment says nothing.
  }
  return UPRIGHT;
}

/** Exif with one entry. */
function orientationSegment(turned: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turned, 18);
  return segment(APP1, Buffer.concat([EXIF, tiff]));
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const begins = (content: Buffer, with_: Buffer): boolean => content.subarray(0, with_.length).equals(with_);

function isKept(marker: number, content: Buffer): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > 0xef) return true;
  if (marker === APP0) return begins(content, JFIF);
  if (marker === APP2) return begins(content, ICC);
  return marker === APP14 && begins(content, ADOBE);
}

/** Where the coded picture that begins at `from` ends: at the next marker that is no restart and no stuffed byte. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  throw new RefusedPicture('broken');
}

/** Refuses (`broken`) what does not hold together. */
export function cleanJpeg(bytes: Buffer): Picture {
  const kept: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let turned = UPRIGHT;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw new RefusedPicture('broken');
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) break;
    if (marker === SOI || standsAlone(marker)) {
      at += 2;
      continue;
    }
    const length = slice(bytes, at + 2, 2).readUInt16BE(0);
    const content = slice(bytes, at + 4, length - 2);
    const end = marker === SOS ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (marker === APP1 && begins(content, EXIF)) turned = orientationOf(content.subarray(EXIF.length));
    if (isFrame(marker)) {
      const frame = slice(content, 0, 5);
      size = { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3) };
    }
    if (isKept(marker, content)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (size === null) throw new RefusedPicture('broken');
  const exif = turned === UPRIGHT ? [] : [orientationSegment(turned)];
  const whole = [Buffer.from([0xff, SOI]), ...exif, ...kept, Buffer.from([0xff, EOI])];
  return { type: 'image/jpeg', ...size, turned, bytes: Buffer.concat(whole) };
}
