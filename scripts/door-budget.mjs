// Holds the page of the door: 120 KB compressed to start, and the reader of codes, which is fetched where a browser has none.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const KB = 1024;
const BUDGET = 120 * KB;
const READER_BUDGET = 520 * KB;

const folder = path.resolve(import.meta.dirname, '../dist/door');
const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
const files = readdirSync(path.join(folder, 'assets')).filter((name) => /\.(js|css|wasm)$/.test(name));
const sizeOf = (names) =>
  names.reduce((sum, name) => sum + statSync(path.join(folder, 'assets', `${name}.gz`)).size, 0);
const first = files.filter((name) => page.includes(name));
if (first.length === 0) throw new Error('no file of the door is in its page');

for (const [name, size, budget] of [
  ['the door, to start', sizeOf(first), BUDGET],
  ['the door, its reader of codes', sizeOf(files.filter((each) => !first.includes(each))), READER_BUDGET],
]) {
  const verdict = size > budget ? 'TOO LARGE' : 'ok';
  if (size > budget) process.exitCode = 1;
  console.log(`${(size / KB).toFixed(0).padStart(6)} KB of ${budget / KB} KB gzip  ${name}  ${verdict}`);
}
