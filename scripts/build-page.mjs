// How the pages that Vite builds, the console and the door, come into dist/: only when their sources have changed, and whole
// or not at all, since tests and servers may be reading what is there.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root, stampOf } from './sources.mjs';

const run = promisify(execFile);

/** Of every such page, beside its own. */
const SHARED_SOURCES = ['scripts/build-page.mjs', 'scripts/compress.mjs', 'package-lock.json', 'tsconfig.json'];

/**
 * Builds the folder `name` into `dist/name` unless what is there was built from these very `sources`; says whether it did.
 * `finish` gets the new folder and the sources' stamp before it takes the old one's place. `beside`: further files of dist/
 * that a build leaves behind.
 */
export async function buildPageIfChanged(name, { sources, finish, beside = [] }) {
  const output = join(root, 'dist', name);
  const stampFile = join(root, `dist/${name}.stamp`);
  const stamp = await stampOf([...sources, ...SHARED_SOURCES]);
  const made = [join(output, 'index.html'), ...beside.map((file) => join(root, 'dist', file))];
  const isCurrent = made.every((file) => existsSync(file));
  if (isCurrent && (await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
  const unfinished = `${output}.${process.pid}`;
  const replaced = `${unfinished}.old`;
  await mkdir(join(root, 'dist'), { recursive: true });
  try {
    // In a process of its own: Vite sets NODE_ENV, and `npm start` goes on as the server.
    await run(
      process.execPath,
      [
        join(root, 'node_modules/vite/bin/vite.js'),
        'build',
        ...['--config', join(root, name, 'vite.config.mts'), '--logLevel', 'warn', '--outDir', unfinished],
      ],
      { cwd: root },
    );
    await finish(unfinished, stamp);
    if (existsSync(output)) await rename(output, replaced);
    await rename(unfinished, output);
  } finally {
    for (const folder of [unfinished, replaced]) await rm(folder, { recursive: true, force: true });
  }
  await writeFile(stampFile, stamp);
  return true;
}
