// Builds the page of the door into dist/door, with its worker and compressed forms beside each file, and notes what it was
// built from.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compressAll } from './compress.mjs';
import { listFiles, root, stampOf } from './sources.mjs';

const run = promisify(execFile);
const output = join(root, 'dist/door');
const stampFile = join(root, 'dist/door.stamp');
const SOURCES = [
  'door',
  'domain',
  'words/door.ts',
  'src/sync/deliver.ts',
  'src/sync/coalesce.ts',
  'scripts/build-door.mjs',
  'scripts/compress.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** The worker's list of files, the page by its address. */
async function addWorker(folder, version) {
  const files = (await listFiles(folder))
    .map((file) => `/door/${relative(folder, file).replaceAll('\\', '/')}`)
    .map((address) => (address === '/door/index.html' ? '/door/' : address));
  const worker = await readFile(join(root, 'door/worker.js'), 'utf8');
  const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
  await writeFile(join(folder, 'worker.js'), head + worker);
}

/** Builds unless what is there was built from these very sources; whole or not at all, since tests may be running. */
export async function buildDoorIfChanged() {
  const stamp = await stampOf(SOURCES);
  const isThere = existsSync(join(output, 'index.html'));
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
        ...['--config', join(root, 'door/vite.config.mts'), '--logLevel', 'warn', '--outDir', unfinished],
      ],
      { cwd: root },
    );
    await addWorker(unfinished, stamp.slice(0, 16));
    await compressAll(unfinished);
    if (existsSync(output)) await rename(output, replaced);
    await rename(unfinished, output);
  } finally {
    for (const folder of [unfinished, replaced]) await rm(folder, { recursive: true, force: true });
  }
  await writeFile(stampFile, stamp);
  return true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildDoorIfChanged();
}
