// Builds the organisers' console into dist/console, with compressed forms beside each file, and notes what it was built from.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compressAll } from './compress.mjs';
import { root, stampOf } from './sources.mjs';

const run = promisify(execFile);
const output = join(root, 'dist/console');
const stampFile = join(root, 'dist/console.stamp');
const SOURCES = [
  'console',
  'domain',
  'words',
  'scripts/build-console.mjs',
  'scripts/compress.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** Builds unless what is there was built from these very sources; whole or not at all, since tests may be running. */
export async function buildConsoleIfChanged() {
  const stamp = await stampOf(SOURCES);
  const isThere = existsSync(join(output, 'index.html')) && existsSync(join(root, 'dist/console.manifest.json'));
  if (isThere && (await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
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
        ...['--config', join(root, 'console/vite.config.mts'), '--logLevel', 'warn', '--outDir', unfinished],
      ],
      { cwd: root },
    );
    // Which file loads which, for the size budget; it is not for the public.
    await rename(join(unfinished, '.vite/manifest.json'), join(root, 'dist/console.manifest.json'));
    await rm(join(unfinished, '.vite'), { recursive: true });
    // The page itself is filled in for each answer, so it is never sent compressed from here.
    await compressAll(unfinished, (file) => !file.endsWith('index.html'));
    if (existsSync(output)) await rename(output, replaced);
    await rename(unfinished, output);
  } finally {
    for (const folder of [unfinished, replaced]) await rm(folder, { recursive: true, force: true });
  }
  await writeFile(stampFile, stamp);
  return true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildConsoleIfChanged();
}
