import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUseError, lockFolder } from './folder-lock';

/** No process has it: it is above what Linux gives out. */
const NO_PID = 2 ** 22 + 1;
/** The process that Jest was started by is alive as long as this one. */
const OTHER_PID = process.ppid;
const QUICK_MS = 5_000;

let folder: string;
const held: (() => Promise<void>)[] = [];
const lock = async (): Promise<void> => {
  held.push(await lockFolder(folder, () => undefined));
};
const owner = (): Promise<string> => readFile(join(folder, 'server.owner.json'), 'utf8');
/** What a process leaves behind that had no time to tidy up. */
const leave = async (who: object, ageMs = 0): Promise<void> => {
  const path = join(folder, 'server.lock');
  await mkdir(path);
  const seconds = (Date.now() - ageMs) / 1000;
  await utimes(path, seconds, seconds);
  await writeFile(join(folder, 'server.owner.json'), JSON.stringify(who));
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quality-month-lock-'));
});
afterEach(async () => {
  await Promise.all(held.splice(0).map((release) => release()));
  await rm(folder, { recursive: true, force: true });
});

test('is had by one at a time, and given back without a trace', async () => {
  await lock();
  expect(JSON.parse(await owner())).toMatchObject({ host: hostname(), pid: process.pid });
  await Promise.all(held.splice(0).map((release) => release()));
  expect(existsSync(join(folder, 'server.lock'))).toBe(false);
  await lock();
});

test('of a process that is gone is taken over at once', async () => {
  const started = performance.now();
  await leave({ token: 'dead', host: hostname(), pid: NO_PID });
  await lock();
  expect(performance.now() - started).toBeLessThan(QUICK_MS);
  expect(JSON.parse(await owner())).toMatchObject({ pid: process.pid });
});

test('of an earlier life with the same process id, as in a container, is taken over at once', async () => {
  await leave({ token: 'dead', host: hostname(), pid: process.pid });
  await lock();
  expect(JSON.parse(await owner())).not.toMatchObject({ token: 'dead' });
});

test.each([
  ['a process that may be alive elsewhere', { token: 'x', host: 'another-machine', pid: NO_PID }],
  ['a process id that someone else has by now', { token: 'x', host: hostname(), pid: OTHER_PID }],
  ['nobody knows whom', {}],
])('left by %s is taken over once it is stale', async (_name, who) => {
  await leave(who, 31_000);
  await lock();
});

test(
  'that is being touched is refused, whoever has it',
  async () => {
    await leave({ token: 'x', host: 'another-machine', pid: NO_PID });
    const touch = setInterval(() => {
      void utimes(join(folder, 'server.lock'), Date.now() / 1000, Date.now() / 1000);
    }, 50);
    try {
      await expect(lockFolder(folder, () => undefined)).rejects.toThrow(FolderInUseError);
      expect(JSON.parse(await owner())).toMatchObject({ token: 'x' });
    } finally {
      clearInterval(touch);
    }
  },
  QUICK_MS * 2,
);

test('goes to exactly one of many that find the same dead owner', async () => {
  await leave({ token: 'dead', host: hostname(), pid: NO_PID });
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => lockFolder(folder, () => undefined)));
  const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  held.push(...won);
  expect(won).toHaveLength(1);
});
