// Builds the page of the door into dist/door, with its worker and compressed forms beside each file.
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPageIfChanged } from './build-page.mjs';
import { compressAll } from './compress.mjs';
import { listFiles, root } from './sources.mjs';

/** The worker's list of files, the page by its address. */
async function addWorker(folder, version) {
  const files = (await listFiles(folder))
    .map((file) => `/door/${relative(folder, file).replaceAll('\\', '/')}`)
    .map((address) => (address === '/door/index.html' ? '/door/' : address));
  const worker = await readFile(join(root, 'door/worker.js'), 'utf8');
  const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
  await writeFile(join(folder, 'worker.js'), head + worker);
}

async function finish(folder, stamp) {
  await addWorker(folder, stamp.slice(0, 16));
  await compressAll(folder);
}

export const buildDoorIfChanged = () =>
  buildPageIfChanged('door', {
    sources: [
      ...['door', 'domain', 'words/door.ts', 'src/sync/deliver.ts', 'src/sync/coalesce.ts'],
      'scripts/build-door.mjs',
    ],
    finish,
  });

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await buildDoorIfChanged();
