// Builds the server into dist: `server.js`, which production, `npm start` and the tests all run, and the operators'
// commands (`feed.js` and the like). Packages are loaded from node_modules; everything else is in `dist/server`.
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, stampOf } from './sources.mjs';

const output = join(root, 'dist/server');
const stampFile = join(root, 'dist/server.stamp');
const SOURCES = ['server', 'domain', 'words', 'scripts/build-server.mjs', 'package-lock.json', 'tsconfig.json'];
/** What `dist` offers to run, and the module behind each. */
const PROGRAMS = {
  server: 'server/main.ts',
  feed: 'server/cli/feed.ts',
  'new-epoch': 'server/cli/new-epoch.ts',
  organisation: 'server/cli/organisation.ts',
  audit: 'server/cli/audit.ts',
};
/** Threads that a program starts, beside it. */
const THREADS = {
  'spreadsheet-worker': 'server/spreadsheets/worker.ts',
  'pack-worker': 'server/check-ins/pack-worker.ts',
};
/** Read at run time, from the same place beside the code (server/folders.ts). */
const DATA = ['content', 'db/migrations'];

/**
 * Source maps count for what is loaded after they were turned on, so this cannot be said inside the built file. Node 22
 * and newer keep what they compiled for the next start.
 */
const starterOf = (name) =>
  `process.setSourceMapsEnabled(true);\nrequire('node:module').enableCompileCache?.();\nrequire('./server/${name}.js');\n`;

async function compile(folder) {
  const { build, stop } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: { ...PROGRAMS, ...THREADS },
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
  // `npm start` goes on in this process, and esbuild's own would stay beside it.
  await stop();
}

async function copyData(folder) {
  const filter = (file) => !file.endsWith('.ts');
  for (const name of DATA) await cp(join(root, 'server', name), join(folder, name), { recursive: true, filter });
}

/** Builds unless what is there was built from these very sources; whole or not at all, since tests may be running. */
export async function buildServerIfChanged() {
  const stamp = await stampOf(SOURCES);
  const fileOf = (name) => join(root, `dist/${name}.js`);
  const names = Object.keys(PROGRAMS);
  const isThere = [output, ...names.map(fileOf)].every((path) => existsSync(path));
  if (isThere && (await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
  const unfinished = `${output}.${process.pid}`;
  const replaced = `${unfinished}.old`;
  await mkdir(dirname(output), { recursive: true });
  try {
    await compile(unfinished);
    await copyData(unfinished);
    // A second build at the same time is of the same sources: the last one to arrive stays.
    if (existsSync(output)) await rename(output, replaced);
    await rename(unfinished, output);
  } finally {
    for (const folder of [unfinished, replaced]) await rm(folder, { recursive: true, force: true });
  }
  for (const name of names) await writeFile(fileOf(name), starterOf(name));
  await writeFile(stampFile, stamp);
  return true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildServerIfChanged();
}
