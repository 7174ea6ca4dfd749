// Where tests keep databases and browsers' profiles: in memory where there is plenty, since at every write they wait for
// the disk, and what they write outlives them nowhere.
import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';
const LEAST_ROOM = 2 * 1024 ** 3;
const LEAST_FREE = 5 * 1024 ** 3;

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= LEAST_ROOM && freemem() >= LEAST_FREE;
  } catch {
    return false;
  }
}

/** The variables by which tests find it, none for the usual place; it goes with this process. */
export function prepareScratch() {
  if (!hasRoom()) return {};
  const folder = mkdtempSync(path.join(IN_MEMORY, 'quality-month-'));
  // PostgreSQL's programs, which refuse to run as root, pass through it to folders of their own.
  chmodSync(folder, 0o711);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { TMPDIR: folder };
}
