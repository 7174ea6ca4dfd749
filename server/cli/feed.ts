/** `npm run feed -- import FILE --server URL --token T`. */
import { setTimeout as pause } from 'node:timers/promises';
import { runFeed } from './run-feed';

void runFeed(process.argv.slice(2), {
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  wait: (ms) => pause(ms),
}).then((code) => {
  process.exitCode = code;
});
