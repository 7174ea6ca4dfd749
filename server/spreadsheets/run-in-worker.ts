/** Runs a job on spreadsheets in a thread of its own, with a limit on its time and its memory, one after another. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileRefusal } from '../../domain/event-import/file-refusal';
import { fileKind } from './file-kind';
import type { JobInput, JobName, JobOutput } from './jobs';
import { MOST_MEMORY_MB, MOST_MS, RefusedFile } from './limits';
import type { WorkerAnswer, WorkerTask } from './worker';

export type JobResult<Name extends JobName> =
  { readonly ok: true; readonly output: JobOutput<Name> } | { readonly ok: false; readonly refusal: FileRefusal };

/** Beside the built server; code that runs from its sources uses the built one too. */
const BESIDE = join(__dirname, 'spreadsheet-worker.js');
const WORKER = existsSync(BESIDE) ? BESIDE : join(__dirname, '../../dist/server/spreadsheet-worker.js');

let last: Promise<unknown> = Promise.resolve();

function start(task: WorkerTask, mostMs: number): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    });
    let isOver = false;
    const finish = (settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const tooMuch = (): void => {
      resolve({ ok: false, refusal: 'took-too-long' });
    };
    const timer = setTimeout(() => {
      finish(tooMuch);
    }, mostMs);
    worker.on('message', (answer: WorkerAnswer) => {
      finish(() => {
        resolve(answer);
      });
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      finish(() => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch();
        else reject(error);
      });
    });
    worker.on('exit', () => {
      finish(tooMuch);
    });
  });
}

/** A file that a first look refuses costs no thread. */
function firstLook(input: object): FileRefusal | null {
  if (!('file' in input)) return null;
  const { file } = input as JobInput<'check'>;
  try {
    fileKind(file.name, Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
    return null;
  } catch (error) {
    if (error instanceof RefusedFile) return error.code;
    throw error;
  }
}

/**
 * One job at a time: two at once would leave the server no processor. A file that cannot be read is a refusal; anything
 * else that goes wrong throws.
 */
export async function runInWorker<Name extends JobName>(
  name: Name,
  input: JobInput<Name>,
  mostMs = MOST_MS,
): Promise<JobResult<Name>> {
  const refusal = firstLook(input);
  if (refusal !== null) return { ok: false, refusal };
  const turn = last.then(() => start({ name, input }, mostMs));
  last = turn.catch(() => undefined);
  const answer = await turn;
  return answer.ok ? { ok: true, output: answer.output as JobOutput<Name> } : answer;
}
