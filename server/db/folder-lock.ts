/**
 * One process at a time on a data folder. The lock is the operating system's (an open file description lock, on Windows
 * `LockFileEx`), so that it ends with its process and can never grow stale.
 */
import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { FileLocks } from 'fs-native-extensions';

const FILE = 'process.lock';

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/** Loaded only for an embedded database; a platform for which the package has no binary needs `DATABASE_URL`. */
async function loadLocks(): Promise<FileLocks> {
  try {
    return (await import('fs-native-extensions')).default;
  } catch {
    throw new FolderInUseError(
      '此平台无法锁定数据目录，请改用 PostgreSQL（DATABASE_URL）/ this platform cannot lock the data folder: use PostgreSQL (DATABASE_URL)',
    );
  }
}

/** Locks the folder and gives back what releases it. Throws FolderInUseError if another process has it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const locks = await loadLocks();
  const file = await open(join(folder, FILE), 'a+');
  if (!locks.tryLock(file.fd)) {
    const holder = await file.readFile('utf8').catch(() => '');
    await file.close();
    throw new FolderInUseError(
      `数据目录正被另一个进程使用 / the data folder is in use by another process${holder && ` (${holder})`}: ${folder}`,
    );
  }
  await file.truncate();
  await file.write(`${hostname()}, pid ${process.pid}`);
  return async () => {
    await file.truncate();
    await file.close();
  };
}
