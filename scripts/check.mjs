// Everything that CI checks, in one command (`npm test`, `npm run check`). Its last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { missingTools } from './test-tools.mjs';

const root = path.resolve(import.meta.dirname, '..');
const report = path.join(root, '.cache', 'jest.json');
const started = Date.now();
const results = [];

/** Runs one tool; its output is shown when it fails, or always where `loud`. */
function run(name, command, { loud = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const begun = Date.now();
    const child = spawn(command, {
      cwd: root,
      shell: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hear = (chunk) => {
      output += chunk;
      if (loud) process.stdout.write(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', (code) => {
      const ok = code === 0;
      if (!ok && !loud) process.stdout.write(`\n${output}\n`);
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${Math.round((Date.now() - begun) / 1000)} s)`);
      results.push({ name, ok });
      resolve(ok);
    });
  });
}

async function inOrder(steps) {
  for (const [name, command] of steps) await run(name, command);
}

const missing = await missingTools();
if (missing.length > 0) {
  for (const line of missing) console.error(line);
  console.log(`0 passed, ${missing.length} failed`);
  process.exit(1);
}

await Promise.all([
  inOrder([
    ['types', 'npx tsc --noEmit -p .'],
    ['only what old phones know', 'npx tsc --noEmit -p config/phones'],
    ['lint and import directions', 'npx eslint .'],
    ['format', 'npx prettier --check --log-level warn .'],
    ['dead code', 'npx knip'],
  ]),
  inOrder([
    ['build for WeChat', 'npm run build:weapp'],
    ['build for the browser', 'npm run build:h5'],
    ['size budget', 'node scripts/size-budget.mjs'],
  ]),
]);

mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
// Not more than two: a browser and a server belong to each, and on two cores a third only slows the others down.
const jest = `npx jest --ci --forceExit --maxWorkers=2 --json --outputFile=${JSON.stringify(report)}`;
const jestOk = await run('tests', jest, {
  loud: true,
  env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', TZ: 'UTC' },
});

let { passed, failed } = { passed: 0, failed: 0 };
try {
  const tests = JSON.parse(readFileSync(report, 'utf8'));
  passed = tests.numPassedTests;
  failed = tests.numFailedTests + tests.numRuntimeErrorTestSuites;
} catch {
  failed = 1;
}
if (!jestOk && failed === 0) failed = 1;
for (const { name, ok } of results) {
  if (name === 'tests') continue;
  if (ok) passed += 1;
  else failed += 1;
}
console.log(`\nall in ${Math.round((Date.now() - started) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
