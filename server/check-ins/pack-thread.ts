/** Makes lists off the server's thread, one after another: many devices ask at once, and two would leave no processor. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PackedParty, WirePack } from '../../domain/check-in/pack';

export interface PackTask {
  readonly event: string;
  readonly parties: readonly PackedParty[];
  /** Epoch ms. */
  readonly now: number;
}

/** Beside the built server; code that runs from its sources uses the built one too. */
const BESIDE = join(__dirname, 'pack-worker.js');
const WORKER = existsSync(BESIDE) ? BESIDE : join(__dirname, '../../dist/server/pack-worker.js');

let last: Promise<unknown> = Promise.resolve();

function runThread(task: PackTask): Promise<WirePack> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread for lists ended early'));
    });
  });
}

export function makePackInThread(task: PackTask): Promise<WirePack> {
  const turn = last.then(() => runThread(task));
  last = turn.catch(() => undefined);
  return turn;
}
