// `npm run chaos`: the tests of faults, longer than in a usual run and one after the other, with a summary. Bounded:
// what is not done after CHAOS_MINUTES (20 unless set) counts as failed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepareTools } from './test-tools/prepare.mjs';

const MINUTE_MS = 60_000;
const minutes = Number(process.env.CHAOS_MINUTES ?? '20');
const KILLS = process.env.KILLS ?? '20';
const FAILOVERS = process.env.FAILOVERS ?? '10';
const root = path.resolve(import.meta.dirname, '..');

/** What goes wrong, and the tests that bring it about. */
const FAULTS = [
  ['kill -9 while it publishes', 'server/crash.test'],
  ['kill -9 under sign-ups', 'server/sign-ups/crash.test'],
  ['sessions ended, connections cut, hung and refused, pools used up', 'server/faults.test'],
  ['the primary dies and its synchronous standby takes over', 'server/failover.test'],
  ['overload, and a disk that is said to be full', 'server/overload.test'],
  ['a disk that is full, and a kill meanwhile', 'server/full-disk.test'],
  ['an older database, a new epoch', 'server/campaigns/registry.test'],
  ['a clock that is set, ahead and back', 'server/(clock|http/rate-store).test'],
  ['accounts of a script', 'server/sign-ups/fairness.test'],
  ['processes that start, stop and take over', 'server/processes.test'],
];

const tools = await prepareTools();
if (tools.missing.length > 0) {
  for (const line of tools.missing) console.error(line);
  process.exit(1);
}
const deadline = Date.now() + minutes * MINUTE_MS;

async function run(tests) {
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects',
      'server',
      '--maxWorkers=1',
      '--testPathPatterns',
      tests,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...tools.env,
        KILLS,
        FAILOVERS,
        TZ: 'UTC',
        NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
      },
    },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), Math.max(0, deadline - Date.now()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return code === 0;
}

const summary = [];
for (const [name, tests] of FAULTS) {
  const begun = Date.now();
  const held = await run(tests);
  summary.push({ fault: name, held, seconds: Math.round((Date.now() - begun) / 1000) });
}
await tools.stop();
console.table(summary);
process.exit(summary.every(({ held }) => held) ? 0 : 1);
