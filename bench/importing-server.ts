/** The app on a database of its own, in a process that checks a file whenever it is asked to, and says what that cost. */
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { ImportFacts } from '../domain/event-import/import-types';
import { runInWorker } from '../server/spreadsheets/run-in-worker';
import { makeFreshApp, openTestDatabase } from '../server/testing/app';

export interface Task {
  readonly path: string;
  readonly facts: ImportFacts;
}

export interface Cost {
  readonly ms: number;
  /** By which the process grew while it worked, MB. */
  readonly mb: number;
  /** Events without a fault; `-1`: the file was refused. */
  readonly good: number;
}

const MB = 1024 * 1024;
const SAMPLE_MS = 2;

async function check({ path, facts }: Task): Promise<Cost> {
  const file = { name: 'a.xlsx', bytes: readFileSync(path) };
  const before = process.memoryUsage.rss();
  let most = before;
  const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), SAMPLE_MS);
  const begun = performance.now();
  const result = await runInWorker('check', { file, facts });
  const ms = performance.now() - begun;
  clearInterval(sampler);
  most = Math.max(most, process.memoryUsage.rss());
  return { ms, mb: (most - before) / MB, good: result.ok ? result.output.changes.length : -1 };
}

async function main(): Promise<void> {
  const database = await openTestDatabase('embedded');
  const { app, publish } = await makeFreshApp(database);
  for (let count = 0; count < 300; count += 1) await publish(`event-${count}`, { title: `第 ${count} 场开放日` });
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.on('message', (task: Task | 'stop') => {
    if (task === 'stop') {
      void app
        .close()
        .then(() => database.closeAndRemove())
        .then(() => process.exit());
      return;
    }
    void check(task).then((cost) => process.send?.(cost));
  });
  process.send?.({ url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` });
}

void main();
