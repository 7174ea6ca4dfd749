import autocannon from 'autocannon';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ImportFacts } from '../domain/event-import/import-types';
import { FACTS, GOOD } from '../domain/testing/event-sheet';
import { HOSTILE_WORKBOOKS } from '../server/testing/hostile-workbooks';
import { eventWorkbook } from '../server/spreadsheets/template';
import { type Figure, median } from './figure';
import type { Cost, Task } from './importing-server';

const TOPIC = 'Import of events from a workbook';
const ROWS = 2000;
const MOST_SECONDS = 5;
const MOST_P99_MS = 50;
/** What phones ask for while the file is checked: far below what the server could give, so that waiting is what shows. */
const LOAD = { connections: 8, overallRate: 100, duration: 8 };

/** A refusal: time and memory at the most, and how often each file is tried; the best of them counts. */
const REFUSED = { ms: 200, mb: 100, tries: 3 };

/** Every row an event of its own, half of them with a fault. */
function fileOf(rows: number): Uint8Array {
  const texts = Array.from({ length: rows }, (_, at) => ({
    ...GOOD,
    id: `bench-${at}`,
    title: `第 ${at} 场检验检测机构开放日`,
    summary: `第 ${at} 场的介绍，${at * 7919} 号样品怎么检。`,
    ...(at % 2 === 1 && { region: '火星', startsAt: '9/8' }),
  }));
  return eventWorkbook({ ...FACTS, organiserKnown: true }, texts);
}

async function ask<T>(child: ChildProcess, message: object): Promise<T> {
  const answer = once(child, 'message');
  child.send(message);
  const [value] = (await answer) as [T];
  return value;
}

async function p99Of(url: string): Promise<number> {
  const result = await autocannon({ url, headers: { 'accept-encoding': 'gzip' }, ...LOAD });
  return result.latency.p99;
}

/** Files that are made to cost much: what the dearest of them costs before it is refused. */
async function benchRefusals(folder: string, check: (path: string) => Promise<Cost>): Promise<Figure> {
  const costs: Cost[] = [];
  for (const [name, bytes] of HOSTILE_WORKBOOKS) {
    const file = path.join(folder, 'hostile.xlsx');
    await writeFile(file, bytes);
    const tries: Cost[] = [];
    for (let count = 0; count < REFUSED.tries; count += 1) tries.push(await check(file));
    if (tries.some(({ good }) => good !== -1)) throw new Error(`${name} was not refused`);
    costs.push(tries.reduce((best, cost) => (cost.ms < best.ms ? cost : best)));
  }
  const ms = Math.max(...costs.map((cost) => cost.ms));
  const mb = Math.max(...costs.map((cost) => cost.mb));
  return {
    topic: TOPIC,
    name: `zip bombs, 300 columns, links to other files: refused (${costs.length} files)`,
    value: `${ms.toFixed(0)} ms and ${mb.toFixed(0)} MB, the dearest`,
    yardstick: `${REFUSED.ms} ms, ${REFUSED.mb} MB`,
    ratio: Math.max(ms / REFUSED.ms, mb / REFUSED.mb),
    target: `< ${REFUSED.ms} ms, < ${REFUSED.mb} MB`,
    met: ms < REFUSED.ms && mb < REFUSED.mb,
  };
}

/** One file of 2,000 rows after another beside phones that fetch the feed, and the same phones without. */
export async function benchImports(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'quality-month-bench-'));
  const file = path.join(folder, 'events.xlsx');
  await writeFile(file, fileOf(ROWS));
  const kilobytes = Math.round((await stat(file)).size / 1024);
  const child = fork(path.join(__dirname, 'importing-server.ts'), {
    execArgv: ['--import', 'tsx', '--experimental-vm-modules', '--no-warnings'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const feed = `${url}/api/v1/feed?region=540000`;
  const facts: ImportFacts = FACTS;
  const checkFile = (name: string): Promise<Cost> => ask(child, { path: name, facts } satisfies Task);
  const check = (): Promise<Cost> => checkFile(file);
  const times: number[] = [];
  try {
    if ((await check()).good !== ROWS / 2) throw new Error('the check found other faults than were made');
    await p99Of(feed);
    const quiet = await p99Of(feed);
    const load = { isOver: false };
    const beside = p99Of(feed).finally(() => (load.isOver = true));
    while (!load.isOver) times.push((await check()).ms);
    const busy = await beside;
    const seconds = median(times) / 1000;
    const refusals = await benchRefusals(folder, checkFile);
    return [
      refusals,
      {
        topic: TOPIC,
        name: `${ROWS} rows checked, ${kilobytes} KB, half of them with two faults`,
        value: `${seconds.toFixed(2)} s, the median of ${times.length} while the feed is served`,
        yardstick: `${MOST_SECONDS} s`,
        ratio: seconds / MOST_SECONDS,
        target: `≤ ${MOST_SECONDS} s`,
        met: seconds <= MOST_SECONDS,
      },
      {
        topic: TOPIC,
        name: `feed while files are checked, ${LOAD.overallRate} requests/s, p99`,
        value: `${busy} ms`,
        yardstick: `without imports ${quiet} ms`,
        ratio: busy / Math.max(1, quiet),
        target: `< ${MOST_P99_MS} ms`,
        met: busy < MOST_P99_MS,
      },
    ];
  } finally {
    child.send('stop');
    await once(child, 'exit');
    await rm(folder, { recursive: true });
  }
}
