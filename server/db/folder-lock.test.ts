import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUseError, lockFolder } from './folder-lock';

let folder: string;
const held: (() => Promise<void>)[] = [];
const children: ChildProcess[] = [];
const lock = async (): Promise<void> => {
  held.push(await lockFolder(folder));
};
const release = (): Promise<unknown> => Promise.all(held.splice(0).map((each) => each()));
const holder = (): Promise<string> => readFile(join(folder, 'process.lock'), 'utf8');

/** Another process that holds the folder; its id. */
async function lockElsewhere(): Promise<ChildProcess> {
  const program = `
    const { openSync, writeSync } = require('node:fs');
    const fd = openSync(process.argv[1], 'a+');
    if (!require('fs-native-extensions').tryLock(fd)) process.exit(1);
    writeSync(fd, 'elsewhere');
    console.log('locked');
    setInterval(() => undefined, 1_000_000);
  `;
  const child = spawn(process.execPath, ['-e', program, join(folder, 'process.lock')], { cwd: __dirname });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quality-month-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await release();
  await rm(folder, { recursive: true, force: true });
});

test('is had by one at a time, says who has it, and is given back', async () => {
  await lock();
  expect(await holder()).toContain(String(process.pid));
  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
  await expect(lockFolder(folder)).rejects.toThrow(String(process.pid));
  await release();
  expect(await holder()).toBe('');
  await lock();
});

test('of another process is refused, and free the moment that process is killed', async () => {
  const child = await lockElsewhere();
  await expect(lockFolder(folder)).rejects.toThrow('elsewhere');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await lock();
  expect(await holder()).toContain(String(process.pid));
});

test('goes to exactly one of many that ask at once', async () => {
  const tries = await Promise.allSettled([1, 2, 3, 4, 5].map(() => lockFolder(folder)));
  held.push(...tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])));
  expect(held).toHaveLength(1);
});
