import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MOST = 15;
const [, section = ''] = /\n## Two walks\n([\s\S]*?)\n## /.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
const walks = section
  .split(/\n\*\*/)
  .slice(1)
  .map((walk): [name: string, files: string[]] => {
    const steps = walk.split('\n').filter((line) => /^\d+\. /.test(line));
    return [walk.split('.**')[0] ?? '', steps.map((step) => /`([^`]+)`/.exec(step)?.[1] ?? step)];
  });

/** Files that a file imports, as paths from the repository's folder. */
function importsOf(file: string): string[] {
  const named = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, name = '']) => name);
  return named.flatMap((name) => ['.ts', '.tsx'].map((ending) => join(dirname(file), name) + ending));
}

/** The first file of the other side of the wire. */
const ACROSS = ['server/feed/routes.ts', 'src/sync/replica.ts', 'server/sign-ups/routes.ts'];

test('there are two walks', () => {
  expect(walks).toHaveLength(2);
});

test.each(walks)('%s: few files, and each is there', (_, files) => {
  expect(files.length).toBeGreaterThan(5);
  expect(files.length).toBeLessThanOrEqual(MOST);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

test.each(walks)('%s: each file is one import away from another before it, or across the wire', (_, files) => {
  const apart = files.filter((file, index) => {
    const before = files.slice(0, index);
    const imports = importsOf(file);
    return !before.some((earlier) => imports.includes(earlier) || importsOf(earlier).includes(file));
  });
  expect(apart.slice(1).filter((file) => !ACROSS.includes(file))).toEqual([]);
});
