import fs from 'node:fs';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { FolderInUseError } from './folder-lock';
import { openDatabase, type Database } from './open';
import { meta } from './schema';

const SLOW_MS = 60_000;
const INSERTS = 100;
const events = { onConnectionLost: (): void => undefined, onLockLost: (): void => undefined };

let dataDir: string;
let opened: Database[] = [];
const open = async (): Promise<Database> => {
  const database = await openDatabase({ dataDir }, events);
  opened.push(database);
  return database;
};
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'quality-month-embedded-'));
});
afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()));
  opened = [];
  await rm(dataDir, { recursive: true, force: true });
});

test(
  'every committed insert has reached the disk',
  async () => {
    const { db } = await open();
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
    const first = await open();
    await first.migrate();
    await first.db.insert(meta).values({ id: 1, epoch: 'kept' });
    await expect(openDatabase({ dataDir }, events)).rejects.toThrow(FolderInUseError);
    await first.close();
    opened = [];
    expect(await (await open()).db.select().from(meta)).toEqual([{ id: 1, epoch: 'kept' }]);
  },
  SLOW_MS,
);

test(
  'a folder that a killed process had made half is made anew',
  async () => {
    await mkdir(join(dataDir, 'pg.new'));
    await writeFile(join(dataDir, 'pg.new/PG_VERSION'), '17');
    await (await open()).migrate();
    expect(existsSync(join(dataDir, 'pg.new'))).toBe(false);
  },
  SLOW_MS,
);
