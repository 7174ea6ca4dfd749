// Builds the browser app into dist/h5, with compressed forms beside each file, and notes what it was built from.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressAll } from './compress.mjs';
import { listFiles, root, stampOf } from './sources.mjs';

const output = join(root, 'dist/h5');
const stampFile = join(root, 'dist/h5.stamp');
const SOURCES = [
  'domain',
  'words',
  'src',
  'config',
  'types',
  'package.json',
  'package-lock.json',
  'scripts/build-h5.mjs',
  'scripts/compress.mjs',
  'babel.config.js',
  'tsconfig.json',
];

async function isCurrent(stamp) {
  if (!existsSync(join(output, 'index.html'))) return false;
  return (await readFile(stampFile, 'utf8').catch(() => '')) === stamp;
}

function runTaro() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('@tarojs/cli/package.json')), 'bin/taro');
  const child = spawn(process.execPath, [cli, 'build', '--type', 'h5'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`taro build ended with ${code}`))));
  });
}

/** The worker that keeps the app on the phone, with the list of files that it keeps. */
async function writeOfflineWorker(stamp) {
  const names = (await listFiles(output)).map((file) => `/${relative(output, file).replaceAll('\\', '/')}`).sort();
  const files = ['/', ...names.filter((name) => /^\/(js|css|static)\/.*(?<!\.txt)$/.test(name))];
  const list = `const VERSION = ${JSON.stringify(stamp.slice(0, 16))};\nconst FILES = ${JSON.stringify(files)};\n`;
  const worker = await readFile(join(root, 'config/offline-worker.js'), 'utf8');
  await writeFile(join(output, 'offline-worker.js'), list + worker);
}

/** Builds unless what is there was built from these very sources. */
export async function buildH5IfChanged() {
  const stamp = await stampOf(SOURCES, process.env.TARO_APP_API_BASE);
  if (await isCurrent(stamp)) return false;
  console.log('正在构建网页版，约半分钟 / building the browser app, about half a minute …');
  await runTaro();
  await writeOfflineWorker(stamp);
  await compressAll(output);
  await writeFile(stampFile, stamp);
  return true;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildH5IfChanged();
