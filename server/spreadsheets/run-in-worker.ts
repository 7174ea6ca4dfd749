/** Runs jobs on spreadsheets in a thread of their own, with limits on time and memory, one after another. */
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

/** A thread costs some 30 MB while it waits, and a tenth of a second to start. */
const IDLE_MS = 60_000;

type Ending = WorkerAnswer | Error;
const TOO_MUCH: WorkerAnswer = { ok: false, refusal: 'took-too-long' };

interface Thread {
  readonly worker: Worker;
  /** Who waits for it; nobody while it is idle. */
  settle: ((ending: Ending) => void) | null;
  idleTimer: NodeJS.Timeout | null;
}

let thread: Thread | null = null;
let last: Promise<unknown> = Promise.resolve();

function end(of: Thread, ending: Ending): void {
  if (thread === of) thread = null;
  of.settle?.(ending);
  of.settle = null;
  void of.worker.terminate();
}

function startThread(): Thread {
  const worker = new Worker(WORKER, {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 32 },
  });
  const started: Thread = { worker, settle: null, idleTimer: null };
  worker.on('message', (answer: WorkerAnswer) => {
    started.settle?.(answer);
    started.settle = null;
    // It waits for the next job, but holds up no process that wants to end.
    worker.unref();
    started.idleTimer = setTimeout(() => {
      end(started, TOO_MUCH);
    }, IDLE_MS).unref();
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    end(started, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : error);
  });
  worker.on('exit', () => {
    end(started, TOO_MUCH);
  });
  return started;
}

function runTask(task: WorkerTask, mostMs: number): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const current = (thread ??= startThread());
    if (current.idleTimer) clearTimeout(current.idleTimer);
    current.worker.ref();
    const timer = setTimeout(() => {
      end(current, TOO_MUCH);
    }, mostMs);
    current.settle = (ending) => {
      clearTimeout(timer);
      if (ending instanceof Error) reject(ending);
      else resolve(ending);
    };
    current.worker.postMessage(task);
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
  const turn = last.then(() => runTask({ name, input }, mostMs));
  last = turn.catch(() => undefined);
  const answer = await turn;
  return answer.ok ? { ok: true, output: answer.output as JobOutput<Name> } : answer;
}
