/** The thread that `run-in-worker` keeps: one job after another, each answered with a message. */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { JOBS, type JobName } from './jobs';
import { RefusedFile } from './limits';

export interface WorkerTask {
  readonly name: JobName;
  readonly input: unknown;
}

export type WorkerAnswer =
  { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly refusal: RefusedFile['code'] };

async function run({ name, input }: WorkerTask): Promise<WorkerAnswer> {
  try {
    // `runInWorker` holds name and input together by their types; between threads there are none.
    const job = JOBS[name] as (input: unknown) => unknown;
    return { ok: true, output: await job(input) };
  } catch (error) {
    if (error instanceof RefusedFile) return { ok: false, refusal: error.code };
    throw error;
  }
}

// Phones come first. On Linux a thread has a priority of its own; elsewhere this would be the whole server's.
if (process.platform === 'linux') setPriority(0, 10);

/** What goes wrong otherwise ends the thread, as it does where nothing is awaited. */
async function answer(task: WorkerTask): Promise<void> {
  parentPort?.postMessage(await run(task));
}

parentPort?.on('message', (task: WorkerTask) => {
  void answer(task);
});
