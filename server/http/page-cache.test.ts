import { gunzipSync } from 'node:zlib';
import { PageCache, type PageRecipe } from './page-cache';

const MB = 1024 * 1024;

function recipeOf(change: Partial<PageRecipe> = {}): { recipe: PageRecipe; read: jest.Mock<Promise<string>, []> } {
  const read = jest.fn(() => Promise.resolve('{"a":1}'));
  const recipe = {
    key: 'k',
    tag: '1',
    read,
    common: { 'x-common': 'yes' },
    type: 'application/json',
    cacheControl: 'public',
  };
  return { recipe: { ...recipe, ...change }, read };
}

test('many who ask at once wait for one reading, in whichever encoding', async () => {
  const cache = new PageCache(MB);
  const { recipe, read } = recipeOf();
  const encodings = ['br', 'gzip', 'identity'] as const;
  const got = await Promise.all(
    Array.from({ length: 30 }, (_, index) => cache.make(recipe, encodings[index % 3] ?? 'br')),
  );
  expect(read).toHaveBeenCalledTimes(1);
  expect(new Set(got.map(({ etag }) => etag)).size).toBe(3);
  for (const encoding of encodings) expect(cache.find('k', '1', encoding)).toBeDefined();
  expect(gunzipSync(cache.find('k', '1', 'gzip')?.body ?? '').toString()).toBe('{"a":1}');
  expect(cache.find('k', '1', 'gzip')?.headers).toMatchObject({ 'x-common': 'yes', 'content-encoding': 'gzip' });
});

test('a page belongs to its tag: with the next one it is made again, in its place', async () => {
  const cache = new PageCache(MB);
  await cache.make(recipeOf().recipe, 'identity');
  expect(cache.find('k', '2', 'identity')).toBeUndefined();
  const { recipe, read } = recipeOf({ tag: '2' });
  await cache.make(recipe, 'identity');
  expect(read).toHaveBeenCalledTimes(1);
  expect([cache.find('k', '1', 'identity'), cache.size.pages]).toEqual([undefined, 1]);
});

test('a failure is told to those who wait, and forgotten', async () => {
  const cache = new PageCache(MB);
  const { recipe, read } = recipeOf();
  read.mockRejectedValueOnce(new Error('away'));
  const tries = await Promise.allSettled([1, 2, 3].map(() => cache.make(recipe, 'gzip')));
  expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  expect((await cache.make(recipe, 'gzip')).body.length).toBeGreaterThan(0);
});

test('memory is bounded, and what is asked for stays', async () => {
  const cache = new PageCache(10_000);
  for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    await cache.make(recipeOf({ key, read: () => Promise.resolve('x'.repeat(2_000)) }).recipe, 'identity');
    cache.find('a', '1', 'identity');
    expect(cache.size.bytes).toBeLessThanOrEqual(10_000);
  }
  expect(cache.find('a', '1', 'identity')).toBeDefined();
  expect(cache.find('b', '1', 'identity')).toBeUndefined();
});
