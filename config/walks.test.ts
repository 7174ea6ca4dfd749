import { existsSync, readFileSync } from 'node:fs';

const MOST = 15;
const [, section = ''] = /\n## Two walks\n([\s\S]*?)\n## /.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
const walks = section
  .split(/\n\*\*/)
  .slice(1)
  .map((walk): [name: string, files: string[]] => {
    const steps = walk.split('\n').filter((line) => /^\d+\. /.test(line));
    return [walk.split('.**')[0] ?? '', steps.map((step) => /`([^`]+)`/.exec(step)?.[1] ?? step)];
  });

test('there are two walks', () => {
  expect(walks).toHaveLength(2);
});

test.each(walks)('%s: few files, and each is there', (_, files) => {
  expect(files.length).toBeGreaterThan(5);
  expect(files.length).toBeLessThanOrEqual(MOST);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
