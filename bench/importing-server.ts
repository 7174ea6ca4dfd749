/** The app on a database of its own, in a process that checks a file whenever it is asked to. */
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { ImportFacts } from '../domain/event-import/import-types';
import { runInWorker } from '../server/spreadsheets/run-in-worker';
import { makeFreshApp, openTestDatabase } from '../server/testing/app';

interface Task {
  readonly path: string;
  readonly facts: ImportFacts;
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
    const begun = performance.now();
    const file = { name: 'a.xlsx', bytes: readFileSync(task.path) };
    void runInWorker('check', { file, facts: task.facts }).then((result) => {
      const good = result.ok ? result.output.changes.length : -1;
      process.send?.({ ms: performance.now() - begun, good });
    });
  });
  process.send?.({ url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` });
}

void main();
