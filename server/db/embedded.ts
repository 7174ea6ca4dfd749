/**
 * PostgreSQL inside this process (PGlite), in a folder. As shipped it never waits for the disk and takes no lock;
 * both are put right here (docs/decisions/0001-database-engines.md).
 */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { lockFolder } from './folder-lock';
import { freeBytesOf, watchFreeSpace } from './free-space';
import type { Database, DatabaseEvents } from './database';
import * as schema from './schema';
import { MIGRATIONS } from '../folders';

type FileSystemInit = ReturnType<NodeFS['init']>;

/** What this uses of Emscripten's file system in Node, which is typed nowhere. */
interface SyncableNodeFs {
  stream_ops: { fsync?: (stream: { nfd: number }) => number };
}

/** Without `fsync` in its operations, Emscripten reports every sync as done and does nothing. */
class SyncedNodeFs extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): FileSystemInit {
    const { emscriptenOpts } = await super.init(pg, options);
    const giveFsync = (module: { NODEFS: unknown }): void => {
      const { stream_ops: operations } = module.NODEFS as SyncableNodeFs;
      operations.fsync = ({ nfd }) => {
        fsyncSync(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), giveFsync] } };
  }
}

/**
 * `-F` is "do not sync"; and of the ways to sync the log, PGlite's build has a stub for `fdatasync`. Its usual 128 MB of
 * buffers are resident from the start, and a folder of this size is in the system's own cache anyway.
 */
const START_PARAMETERS = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=16MB',
];

/**
 * V8 optimises a function of the engine after it ran through this many bytes. With its own figure, 1.8 million, that is
 * nearly half of a start's work, for functions that are seldom called again.
 */
const OPTIMISED_AFTER_BYTES = 25_000_000;

async function openFolder(folder: string): Promise<PGlite> {
  setFlagsFromString(`--wasm-tiering-budget=${OPTIMISED_AFTER_BYTES}`);
  return PGlite.create({ fs: new SyncedNodeFs(folder), startParams: START_PARAMETERS });
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** Personal data lies in it, and PGlite makes its files writable by everybody. */
function closeToOthers(folder: string): void {
  if (process.platform === 'win32') return;
  chmodSync(folder, OWN_FOLDER);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink())
      chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? OWN_FOLDER : OWN_FILE);
  }
}

/** A database made half by a process that was killed would never open again: it gets its name once it is whole. */
async function makeFolder(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const fresh = await openFolder(unfinished);
  await fresh.close();
  if (process.platform !== 'win32') {
    for (const entry of readdirSync(unfinished, { recursive: true, encoding: 'utf8' }))
      syncToDisk(join(unfinished, entry));
    syncToDisk(unfinished);
  }
  await rename(unfinished, folder);
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Bytes free on the disk of the folder. */
  readonly readFree?: () => number;
}

export async function openEmbedded(
  { dataDir, readFree = () => freeBytesOf(dataDir) }: EmbeddedOptions,
  events: DatabaseEvents,
): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: OWN_FOLDER });
  const unlock = await lockFolder(dataDir);
  try {
    const folder = join(dataDir, 'pg');
    if (!existsSync(folder)) await makeFolder(folder);
    closeToOthers(folder);
    const client = await openFolder(folder);
    const db = drizzle({ client, schema });
    return {
      db,
      shared: false,
      migrate: () => migrate(db, { migrationsFolder: MIGRATIONS }),
      canWrite: watchFreeSpace(readFree, (hasRoom) => events.onRoomChanged?.(hasRoom)),
      // The lock sees to it that nobody else writes, and what this process wrote it knows.
      listen: () => Promise.resolve(),
      close: async () => {
        await client.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
