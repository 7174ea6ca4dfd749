// Loaded into a server before it starts: how long its one thread was held. On SIGUSR2 it says the longest time between two
// beats since it was asked last, in ms, less the pause between them and less what the system gave to other processes
// meanwhile, which is the machine's doing.
import { readFileSync } from 'node:fs';

const BEAT_MS = 5;
const NS_IN_MS = 1e6;

/** How long this thread was ready to run and was not let, in ms (Linux). */
function waited() {
  const [, ns] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(ns) / NS_IN_MS;
}

let longest = 0;
let last = performance.now();
let lastWaited = waited();
setInterval(() => {
  const now = performance.now();
  const nowWaited = waited();
  longest = Math.max(longest, now - last - BEAT_MS - (nowWaited - lastWaited));
  last = now;
  lastWaited = nowWaited;
}, BEAT_MS).unref();

process.on('SIGUSR2', () => {
  console.log(`heartbeat ${Math.max(0, longest).toFixed(1)}`);
  longest = 0;
});
