// Holds the console's first load to 350 KB compressed, whichever screen it begins with: the page, the screen, their styles
// and all that they import.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const KB = 1024;
const BUDGET = 350 * KB;

const dist = path.resolve(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(path.join(dist, 'console.manifest.json'), 'utf8'));

/** A chunk with everything that it imports before it runs, by file. */
function filesOf(chunk, seen = new Set()) {
  const { file, css = [], imports = [] } = manifest[chunk];
  if (seen.has(file)) return seen;
  for (const each of [file, ...css]) seen.add(each);
  for (const each of imports) filesOf(each, seen);
  return seen;
}

const sizeOf = (files) =>
  [...files].reduce((sum, file) => sum + statSync(path.join(dist, 'console', `${file}.gz`)).size, 0);

const entry = filesOf('index.html');
const screens = Object.keys(manifest).filter((name) => name.startsWith('screens/') && manifest[name].isDynamicEntry);
if (screens.length === 0) throw new Error('no screen in the build of the console');

for (const screen of screens) {
  const size = sizeOf(filesOf(screen, new Set(entry)));
  const verdict = size > BUDGET ? 'TOO LARGE' : 'ok';
  if (size > BUDGET) process.exitCode = 1;
  console.log(`${(size / KB).toFixed(0).padStart(6)} KB of ${BUDGET / KB} KB gzip  console, ${screen}  ${verdict}`);
}
