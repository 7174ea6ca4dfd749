/**
 * One process at a time on a data folder. The lock is proper-lockfile's: a folder whose time its holder keeps touching.
 * On top of that it is written down who holds it, so that after a kill the next start need not wait for the lock to
 * grow stale: a holder on this machine whose process is gone holds nothing.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import * as v from 'valibot';
import { errorCode } from '../http/error-code';

/** Starting the embedded database keeps the process too busy to touch its lock for some seconds. */
const STALE_MS = 30_000;
const TOUCH_MS = 1_000;
const LOOK_MS = 100;

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

const OwnerSchema = v.object({ token: v.string(), host: v.string(), pid: v.number() });
type Owner = v.InferOutput<typeof OwnerSchema>;

async function readOwner(path: string): Promise<Owner | null> {
  try {
    return v.parse(OwnerSchema, JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Of the locks that this very process holds. */
const heldTokens = new Set<string>();

function isGone(owner: Owner): boolean {
  if (owner.host !== hostname()) return false;
  // In a container every start may get the same process id: a lock in our name that we do not hold is an earlier life's.
  if (owner.pid === process.pid) return !heldTokens.has(owner.token);
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/**
 * Takes away the lock of an owner that is gone. Only one of several that see the same dead owner gets to move its name
 * card away; if it was already another's by then, it is put back.
 */
async function clearAway(owner: Owner, ownerPath: string, lockPath: string): Promise<void> {
  const claim = `${ownerPath}.${randomUUID()}`;
  try {
    await rename(ownerPath, claim);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readOwner(claim))?.token === owner.token) {
    await rm(lockPath, { recursive: true, force: true });
    await rm(claim, { force: true });
  } else {
    await rename(claim, ownerPath);
  }
}

async function touchedAt(lockPath: string): Promise<number | null> {
  try {
    return (await stat(lockPath)).mtimeMs;
  } catch {
    return null;
  }
}

/** Whether someone alive holds the lock: waits until it is touched, released or stale. */
async function isHeld(lockPath: string): Promise<boolean> {
  const first = await touchedAt(lockPath);
  for (let waited = 0; first !== null && waited < STALE_MS; waited += LOOK_MS) {
    await wait(LOOK_MS);
    const now = await touchedAt(lockPath);
    if (now === null) return false;
    if (now !== first) return true;
  }
  return false;
}

/** Locks the folder and gives back what releases it. Throws FolderInUseError if another process has it. */
export async function lockFolder(folder: string, onLost: () => void): Promise<() => Promise<void>> {
  const lockPath = join(folder, 'server.lock');
  const ownerPath = join(folder, 'server.owner.json');
  const owner: Owner = { token: randomUUID(), host: hostname(), pid: process.pid };
  const settings = {
    lockfilePath: lockPath,
    realpath: false,
    stale: STALE_MS,
    update: TOUCH_MS,
    onCompromised: onLost,
  };
  for (;;) {
    try {
      const release = await lock(folder, settings);
      heldTokens.add(owner.token);
      await writeFile(ownerPath, JSON.stringify(owner));
      return async () => {
        await rm(ownerPath, { force: true });
        await release();
        heldTokens.delete(owner.token);
      };
    } catch (error) {
      if (errorCode(error) !== 'ELOCKED') throw error;
    }
    const other = await readOwner(ownerPath);
    if (other && isGone(other)) await clearAway(other, ownerPath, lockPath);
    else if (await isHeld(lockPath)) {
      throw new FolderInUseError(
        `数据目录正被另一个进程使用 / the data folder is in use by another process${other ? ` (${other.host}, pid ${other.pid})` : ''}: ${folder}`,
      );
    }
  }
}
