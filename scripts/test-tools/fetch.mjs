// Brings a tool that only tests need from npm, once a checkout: `npm ci` must not pay for it, since `npm start` does not use it.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(import.meta.dirname, 'packages');
/** Ignored by git. */
export const toolsFolder = path.join(root, '.cache/test-tools');

/** Linux packages of npm hold programs for glibc; Alpine has musl. True on other systems. */
export const hasGlibc = () =>
  process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime !== undefined;

/** npm passes its own settings to a script as variables; one that names the checkout must not reach an npm elsewhere. */
export const npmEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_(local_)?prefix$/i.test(name)));

/** `npm ci` in a folder; npm's own progress is shown where there is a terminal. Rejects with what npm said. */
function install(folder) {
  const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    env: npmEnvironment(),
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', process.stderr.isTTY ? 'inherit' : 'pipe'],
  });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci ended with ${code}${words === '' ? '' : `: ${words.trim()}`}`));
    });
  });
}

/**
 * The `node_modules` of one folder of `packages/`, installed from its lock file unless this version is there already.
 * Rejects where npm cannot fetch it.
 */
export async function fetchTool(name, what) {
  const source = path.join(packages, name);
  const target = path.join(toolsFolder, name);
  const modules = path.join(target, 'node_modules');
  const lock = readFileSync(path.join(source, 'package-lock.json'), 'utf8');
  const installed = path.join(target, 'installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return modules;

  console.log(`首次测试：正在下载${what.zh} / first test run: fetching ${what.en} …`);
  const begun = Date.now();
  // Apart, and put in place whole: an install may be interrupted, and another run may be using the folder.
  const unfinished = `${target}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
      cpSync(path.join(source, file), path.join(unfinished, file));
    }
    await install(unfinished);
    cpSync(path.join(source, 'package-lock.json'), path.join(unfinished, 'installed-lock.json'));
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  console.log(`     … ${name}, ${Math.round((Date.now() - begun) / 1000)} s`);
  return modules;
}
