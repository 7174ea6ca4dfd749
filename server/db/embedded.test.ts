import fs from 'node:fs';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { makeDatabase } from '../testing/database';
import { FolderInUseError } from './folder-lock';
import type { Database, DatabaseOptions } from './database';
import { openDatabase } from './open';
import { meta } from './schema';

const SLOW_MS = 60_000;
const INSERTS = 100;
const events = { onConnectionLost: (): void => undefined };

let opened: Database[] = [];
let remove: () => Promise<void>;
const open = async (options: DatabaseOptions): Promise<Database> => {
  const database = await openDatabase(options, events);
  opened.push(database);
  return database;
};
const makeTestDatabase = async (): Promise<DatabaseOptions> => {
  const made = await makeDatabase('embedded');
  remove = made.remove;
  return made.options;
};
afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()));
  opened = [];
  await remove();
});

test(
  'every commit asks the disk to keep it, and one commit asks once',
  async () => {
    const { db } = await open(await makeTestDatabase());
    await db.execute(sql`create table note (id integer)`);
    const fsync = jest.spyOn(fs, 'fsyncSync');
    try {
      for (let id = 0; id < INSERTS; id++) await db.execute(sql`insert into note values (${id})`);
      expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(INSERTS);
      fsync.mockClear();
      await db.transaction(async (tx) => {
        for (let id = 0; id < INSERTS; id++) await tx.execute(sql`insert into note values (${id})`);
      });
      expect(fsync.mock.calls.length).toBeGreaterThanOrEqual(1);
      expect(fsync.mock.calls.length).toBeLessThan(INSERTS / 10);
    } finally {
      fsync.mockRestore();
    }
  },
  SLOW_MS,
);

test(
  'what was written is there when the folder is opened again, and only one may have it open',
  async () => {
    const options = await makeTestDatabase();
    const first = await open(options);
    await first.db.insert(meta).values({ id: 1, epoch: 'kept' });
    await expect(openDatabase(options, events)).rejects.toThrow(FolderInUseError);
    await first.close();
    opened = [];
    expect(await (await open(options)).db.select().from(meta)).toEqual([{ id: 1, epoch: 'kept' }]);
  },
  SLOW_MS,
);

test(
  'a folder that a killed process had made half is made anew',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'quality-month-embedded-'));
    remove = () => rm(dataDir, { recursive: true, force: true });
    await mkdir(join(dataDir, 'pg.new'));
    await writeFile(join(dataDir, 'pg.new/PG_VERSION'), '17');
    await (await open({ dataDir })).migrate();
    expect(existsSync(join(dataDir, 'pg.new'))).toBe(false);
  },
  SLOW_MS,
);

test(
  'only its owner can read or write the folder',
  async () => {
    const options = await makeTestDatabase();
    await open(options);
    if (!('dataDir' in options)) throw new Error('no folder');
    const folder = join(options.dataDir, 'pg');
    const openToOthers = [
      folder,
      ...fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    ].filter(
      (path) => fs.existsSync(path) && (fs.statSync(path).mode & 0o077) !== 0 && fs.statSync(path).isDirectory(),
    );
    expect(openToOthers).toEqual([]);
  },
  SLOW_MS,
);
