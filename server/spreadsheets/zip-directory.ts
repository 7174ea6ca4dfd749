/**
 * The directory of a zip file (APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16), read before anything is unpacked: it
 * says what is inside and how large that claims to be. `inflate` holds each entry to its claim.
 */
import { inflateRawSync } from 'node:zlib';
import { MOST_ENTRIES, MOST_UNPACKED_BYTES, RefusedFile } from './limits';

interface Entry {
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the entry's local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;

function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_SIZE - LONGEST_COMMENT);
  for (let at = file.length - END_SIZE; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at;
  throw new RefusedFile('broken-workbook');
}

/** Refuses more entries, or more bytes in all, than a workbook needs; and what is locked by a password. */
export function readZipDirectory(file: Buffer): ReadonlyMap<string, Entry> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new RefusedFile('too-many-entries');
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || file.readUInt32LE(at) !== CENTRAL) throw new RefusedFile('broken-workbook');
    if ((file.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new RefusedFile('password');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength).replaceAll('\\', '/');
    const entry = {
      method: file.readUInt16LE(at + 10),
      packedSize: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    };
    if (entry.size === IN_ZIP64 || entry.packedSize === IN_ZIP64) throw new RefusedFile('unpacked-too-large');
    total += entry.size;
    if (total > MOST_UNPACKED_BYTES) throw new RefusedFile('unpacked-too-large');
    if (entries.has(name)) throw new RefusedFile('broken-workbook');
    entries.set(name, entry);
    at += CENTRAL_SIZE + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Never more bytes than the directory said. */
export function inflate(file: Buffer, entry: Entry): Buffer {
  const { offset, packedSize, size, method } = entry;
  if (offset + LOCAL_SIZE > file.length || file.readUInt32LE(offset) !== LOCAL) {
    throw new RefusedFile('broken-workbook');
  }
  const start = offset + LOCAL_SIZE + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + packedSize);
  if (method === STORED) return packed.subarray(0, size);
  if (method !== DEFLATED) throw new RefusedFile('broken-workbook');
  if (size === 0) return Buffer.alloc(0);
  try {
    return inflateRawSync(packed, { maxOutputLength: size });
  } catch (error) {
    const isLarger = error instanceof RangeError;
    throw new RefusedFile(isLarger ? 'unpacked-too-large' : 'broken-workbook');
  }
}
