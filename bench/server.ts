import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer } from '../server/testing/server-process';
import { type Figure, median } from './figure';

const TOPIC = 'Server, embedded database and trial campaign, second start';
const ROUNDS = 5;
const MOST_SECONDS = 1.2;
const MOST_MB = 260;

interface Started {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<unknown>;
}

interface Run {
  readonly seconds: number;
  readonly mb: number;
}

/** Linux says it of any process; elsewhere a figure is missing, not wrong. */
function residentMb(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function startOurs(folder: string): Promise<Started> {
  const server = await startServer({ DATA_DIR: folder, SAMPLE: 'on' });
  const stop = (): Promise<unknown> => {
    server.kill('SIGTERM');
    return server.ended;
  };
  return { url: `${server.url}/api/v1/feed?region=540000`, pid: server.pid, stop };
}

async function startBare(folder: string): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, [path.join(__dirname, 'bare-database.mjs'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null || child.pid === undefined) throw new Error('the bare server did not start');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const stop = (): Promise<unknown> => {
    child.kill('SIGTERM');
    return once(child, 'exit');
  };
  return { url: line.toString().trim(), pid: child.pid, stop };
}

/** To the first answer; memory once it has answered a while, and lets go of what only the start needed. */
async function measure(start: (folder: string) => Promise<Started>, folder: string): Promise<Run> {
  const begun = performance.now();
  const server = await start(folder);
  await (await fetch(server.url)).arrayBuffer();
  const seconds = (performance.now() - begun) / 1000;
  for (let count = 0; count < 200; count += 1) await (await fetch(server.url)).arrayBuffer();
  const mb = residentMb(server.pid);
  await server.stop();
  return { seconds, mb };
}

/** Beside a bare `node:http` that asks the embedded database as it comes, in turns. The first start of each fills its folder. */
export async function benchServer(): Promise<Figure[]> {
  const root = await mkdtemp(path.join(tmpdir(), 'quality-month-bench-'));
  const runs = { ours: [] as Run[], bare: [] as Run[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ours = await measure(startOurs, path.join(root, 'ours'));
    const bare = await measure(startBare, path.join(root, 'bare'));
    if (round === 0) continue;
    runs.ours.push(ours);
    runs.bare.push(bare);
  }
  await rm(root, { recursive: true });
  const middle = (of: readonly Run[], what: keyof Run): number => median(of.map((run) => run[what]));
  const seconds = middle(runs.ours, 'seconds');
  const mb = middle(runs.ours, 'mb');
  const bareSeconds = middle(runs.bare, 'seconds');
  const bareMb = middle(runs.bare, 'mb');
  return [
    {
      topic: TOPIC,
      name: 'start to the first answer',
      value: `${seconds.toFixed(2)} s`,
      yardstick: `bare node:http and an empty PGlite ${bareSeconds.toFixed(2)} s`,
      ratio: seconds / bareSeconds,
      target: `≤ ${MOST_SECONDS} s`,
      met: seconds <= MOST_SECONDS,
    },
    {
      topic: TOPIC,
      name: 'resident memory at rest',
      value: `${mb.toFixed(0)} MB`,
      yardstick: `bare node:http and an empty PGlite ${bareMb.toFixed(0)} MB`,
      ratio: mb / bareMb,
      target: `≤ ${MOST_MB} MB`,
      met: mb <= MOST_MB,
    },
  ];
}
