// Everything that CI checks, in one command (`npm test`, `npm run check`). Its last line is `N passed, N failed`.
// `npm test -- e2e/feed.test.ts` hands its arguments to Jest and runs nothing else.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { prepareTools } from './test-tools/prepare.mjs';
import { prepareScratch } from './test-tools/scratch.mjs';
import { endChildren, passSignalsTo } from './test-tools/signals.mjs';
import { prepareWechat } from './test-tools/wechat.mjs';

const root = path.resolve(import.meta.dirname, '..');
const report = path.join(root, '.cache', `jest-${process.pid}.json`);
const chosen = process.argv.slice(2);
const started = Date.now();
/** Of what only fills the gaps that tests leave. */
const LOW_PRIORITY = 10;
const results = [];
const seconds = (since) => Math.round((Date.now() - since) / 1000);

function note(name, ok, begun) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds(begun)} s)`);
  results.push({ name, ok });
}

/** Runs one tool; its output is shown when it fails, or always where `loud`. */
function run(name, command, { args = [], loud = false, env = {}, isAside = false } = {}) {
  return new Promise((resolve) => {
    const begun = Date.now();
    const child = spawn(command, args, {
      cwd: root,
      shell: args.length === 0,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    passSignalsTo(child);
    if (isAside && child.pid !== undefined) setPriority(child.pid, LOW_PRIORITY);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      if (loud) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => {
      const ok = code === 0;
      if (!ok && !loud) process.stdout.write(`\n${output}\n`);
      note(name, ok, begun);
      resolve(ok);
    });
  });
}

async function inOrder(steps, options = {}) {
  for (const [name, command] of steps) await run(name, command, options);
}

function finish(passed, failed) {
  console.log(`\nall in ${seconds(started)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The variables by which tests find WeChat's tools; `null` where there are none, which is neither passed nor failed. */
async function wechatSettings() {
  const begun = Date.now();
  try {
    const { compilers, modules, missing } = await prepareWechat();
    if (missing === undefined) return { WECHAT_COMPILERS: compilers, WECHAT_MODULES: modules };
    console.log(`none WeChat’s own compilers: ${missing}`);
  } catch (error) {
    console.error(error.message);
    note('fetch WeChat’s own compilers', false, begun);
  }
  return null;
}

async function jest(env, wechat) {
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const projects = [
    ...['unit', 'component', 'console', 'server', 'host', 'e2e'],
    ...(wechat === null ? [] : ['wechat']),
  ];
  const args = [path.join(root, 'node_modules/jest/bin/jest.js'), '--ci', '--json', `--outputFile=${report}`];
  // Not more than two: a browser and a server belong to each, and on two cores a third only slows the others down.
  args.push(
    '--maxWorkers=2',
    '--selectProjects',
    ...projects,
    ...(chosen.length > 0 ? ['--testPathPatterns', ...chosen] : []),
  );
  const settings = { ...env, ...wechat, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', TZ: 'UTC' };
  const ok = await run('tests', process.execPath, { args, loud: true, env: settings });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: ok ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}

/** Two at once, on two cores. */
const buildForPhones = () =>
  inOrder([
    ['build the server', 'npm run build:server'],
    ['build for WeChat', 'npm run build:weapp:local'],
    ['size budget', 'node scripts/size-budget.mjs'],
  ]);
const buildForBrowsers = () =>
  inOrder([
    ['build for the browser', 'npm run build:h5'],
    ['build the console', 'npm run build:console'],
    ['build the door', 'npm run build:door'],
    ['size budget of the console', 'node scripts/console-budget.mjs'],
    ['size budget of the door', 'node scripts/door-budget.mjs'],
  ]);

/** Tests wait for servers, disks and screens; what has to be built is built before them, this is checked meanwhile. */
const checkSources = () =>
  inOrder(
    [
      ['types, what old phones know, lint', 'node --max-old-space-size=4096 scripts/types-and-lint.mjs'],
      ['directions of imports', 'npm run directions'],
      ['format', 'npx prettier --check --log-level warn .'],
      ['dead code', 'npx knip'],
      ['dead code of production', 'npx knip --production --tags=-tests'],
    ],
    { isAside: true },
  );

const isWhole = chosen.length === 0;
const asksWechat = isWhole || chosen.some((each) => each.includes('wechat'));
const forPhones = isWhole ? buildForPhones() : undefined;
const forBrowsers = isWhole ? buildForBrowsers() : undefined;
const tools = await prepareTools();
if (tools.missing.length > 0) {
  for (const line of tools.missing) console.error(line);
  endChildren();
  await tools.stop();
  finish(0, tools.missing.length);
  process.exit();
}
const checked = isWhole ? forPhones.then(checkSources) : undefined;
const wechat = asksWechat ? await wechatSettings() : null;
await Promise.all([forPhones, forBrowsers]);
const [tests] = await Promise.all([jest({ ...tools.env, ...prepareScratch() }, wechat), checked]);
await tools.stop();

const steps = results.filter(({ name }) => name !== 'tests');
finish(tests.passed + steps.filter(({ ok }) => ok).length, tests.failed + steps.filter(({ ok }) => !ok).length);
