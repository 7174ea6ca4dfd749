// Builds the organisers' console into dist/console, with compressed forms beside each file.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPageIfChanged } from './build-page.mjs';
import { compressAll } from './compress.mjs';
import { root } from './sources.mjs';

const MANIFEST = 'console.manifest.json';

async function finish(folder) {
  // Which file loads which, for the size budget; it is not for the public.
  await rename(join(folder, '.vite/manifest.json'), join(root, 'dist', MANIFEST));
  await rm(join(folder, '.vite'), { recursive: true });
  // The page itself is filled in for each answer, so it is never sent compressed from here.
  await compressAll(folder, (file) => !file.endsWith('index.html'));
}

export const buildConsoleIfChanged = () =>
  buildPageIfChanged('console', {
    sources: ['console', 'domain', 'words', 'scripts/build-console.mjs'],
    finish,
    beside: [MANIFEST],
  });

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildConsoleIfChanged();
}
