// Holds the mini-program to its size: main package at most 550 KB (warned at 545), WeChat's own limit 2 MB a package, 30 MB in all.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const KB = 1024;
const BUDGET = 550 * KB;
const WARNING = 545 * KB;
const PACKAGE_LIMIT = 2048 * KB;
const TOTAL_LIMIT = 30 * 1024 * KB;

const build = path.resolve(import.meta.dirname, '../dist/weapp-local');
const app = JSON.parse(readFileSync(path.join(build, 'app.json'), 'utf8'));
const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root);

const files = readdirSync(build, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.LICENSE.txt') && !entry.name.endsWith('.map'))
  .map((entry) => path.join(entry.parentPath, entry.name));

const sizes = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
for (const file of files) {
  const name = path.relative(build, file).split(path.sep).join('/');
  const owner = roots.find((root) => name.startsWith(`${root}/`)) ?? 'main';
  sizes.set(owner, sizes.get(owner) + statSync(file).size);
}

let failed = false;
for (const [name, size] of sizes) {
  const limit = name === 'main' ? BUDGET : PACKAGE_LIMIT;
  const verdict =
    size > limit ? 'TOO LARGE' : name === 'main' && size > WARNING ? 'warning: close to the budget' : 'ok';
  if (size > limit) failed = true;
  console.log(`${(size / KB).toFixed(0).padStart(6)} KB of ${limit / KB} KB  ${name}  ${verdict}`);
}
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
console.log(`${(total / KB).toFixed(0).padStart(6)} KB in all`);
if (total > TOTAL_LIMIT) failed = true;
process.exitCode = failed ? 1 : 0;
