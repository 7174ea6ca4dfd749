/**
 * Whether a folder's disk has room to write. PGlite never returns from a write that finds its disk full, so nothing is
 * written once little is left.
 */
import { statfsSync } from 'node:fs';

/** A few segments of PostgreSQL's log (16 MB each) and its buffers: more than one transaction takes. */
const LEAST_BYTES = 128 * 1024 * 1024;
const FRESH_MS = 250;

export const freeBytesOf = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Asks the disk four times a second at most. `onChange` hears of each change. */
export function watchFreeSpace(readFree: () => number, onChange: (hasRoom: boolean) => void): () => boolean {
  let askedAt = -Infinity;
  let hasRoom = true;
  return () => {
    const now = performance.now();
    if (now - askedAt < FRESH_MS) return hasRoom;
    askedAt = now;
    const had = hasRoom;
    hasRoom = readFree() >= LEAST_BYTES;
    if (had !== hasRoom) onChange(hasRoom);
    return hasRoom;
  };
}
