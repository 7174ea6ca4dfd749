/** The thread that makes one list and ends: two hundred microseconds of a core for each ticket, which no phone waits for. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { makePack } from './make-pack';
import type { PackTask } from './pack-thread';

// Phones come first. On Linux a thread has a priority of its own; elsewhere this would be the whole server's.
if (process.platform === 'linux') setPriority(0, 10);

// `makePackInThread` starts it with this; between threads there are no types.
const { event, parties, now } = workerData as PackTask;
parentPort?.postMessage(makePack(event, parties, now));
