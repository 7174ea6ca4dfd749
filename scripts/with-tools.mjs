// Runs a command with the tools that tests use: `node scripts/with-tools.mjs tsx bench/run.ts`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepareTools } from './test-tools/prepare.mjs';
import { passSignalsTo } from './test-tools/signals.mjs';

const [command, ...args] = process.argv.slice(2);
const tools = await prepareTools();
if (tools.missing.length > 0) {
  for (const line of tools.missing) console.error(line);
  process.exit(1);
}
const bin = path.resolve(import.meta.dirname, '../node_modules/.bin');
const child = spawn(command, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...tools.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
});
passSignalsTo(child);
const code = await new Promise((resolve) => {
  child.on('error', (error) => {
    console.error(error.message);
    resolve(1);
  });
  child.on('close', resolve);
});
await tools.stop();
process.exit(code ?? 1);
