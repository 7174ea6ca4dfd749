import { importContent } from '../content/import-content';
import { CONTENT, makeApp, NOW, SLOW_MS } from '../testing/app';
import { useTestServer } from '../testing/test-server';
import { Heads, type Head } from '../campaigns/heads';
import { ReadyPages } from './ready-pages';

const LHASA = '540100';

const testServer = useTestServer('embedded');
let head: Head;
beforeAll(async () => {
  await importContent(testServer.database.db, CONTENT, NOW);
  const at = await makeApp(testServer.database);
  for (const id of ['a', 'b', 'c']) await at.publish(id, { region: '100000' });
  await at.app.close();
  const heads = new Heads(testServer.database, { sample: true, onLookFailed: () => undefined });
  await heads.refresh();
  const current = heads.current();
  if (!current) throw new Error('no campaign');
  head = current;
}, SLOW_MS);
afterEach(() => {
  jest.restoreAllMocks();
});

const pagesOf = (mostBytes = 1_000_000): ReadyPages =>
  new ReadyPages(testServer.database.db, { pageSize: 2, mostBytes });

test('many who ask at once wait for one reading of the database', async () => {
  const pages = pagesOf();
  const read = jest.spyOn(testServer.database.db, 'transaction');
  const encodings = ['br', 'gzip', 'identity'] as const;
  const got = await Promise.all(
    Array.from({ length: 30 }, (_, i) => pages.make(head, LHASA, '', encodings[i % 3] ?? 'br')),
  );
  expect(read).toHaveBeenCalledTimes(1);
  expect(new Set(got.map(({ etag }) => etag)).size).toBe(3);
  for (const encoding of encodings) expect(pages.find(head, LHASA, '', encoding)).toBeDefined();
});

test('a page belongs to its head: the next one asks anew', async () => {
  const pages = pagesOf();
  await pages.make(head, LHASA, '', 'gzip');
  const next: Head = { ...head, rev: head.rev + 1 };
  expect(pages.find(next, LHASA, '', 'gzip')).toBeUndefined();
  const read = jest.spyOn(testServer.database.db, 'transaction');
  await pages.make(next, LHASA, '', 'gzip');
  expect(read).toHaveBeenCalledTimes(1);
  expect(pages.find(next, LHASA, '', 'gzip')).toBeDefined();
  expect(pages.size.pages).toBe(1);
});

test('cursors that do not fit share one page, so that nobody can fill the memory with them', async () => {
  const pages = pagesOf();
  for (const cursor of ['', 'x', 'y', 'z'.repeat(100)]) await pages.make(head, LHASA, cursor, 'gzip');
  expect(pages.size.pages).toBe(1);
});

test('a failure is told to those who wait, and forgotten', async () => {
  const pages = pagesOf();
  jest.spyOn(testServer.database.db, 'transaction').mockRejectedValueOnce(new Error('away'));
  const tries = await Promise.allSettled([1, 2, 3].map(() => pages.make(head, LHASA, '', 'gzip')));
  expect(tries.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(pages.size).toEqual({ pages: 0, bytes: 0 });
  expect((await pages.make(head, LHASA, '', 'gzip')).body.length).toBeGreaterThan(0);
});

test('memory is bounded, and what is asked for stays', async () => {
  const one = await pagesOf().make(head, LHASA, '', 'identity');
  const most = Math.ceil(one.body.length * 2 * 3.5);
  const pages = pagesOf(most);
  for (let city = 1; city <= 7; city++) {
    await pages.make(head, `540${city}00`, '', 'identity');
    pages.find(head, LHASA, '', 'identity');
    expect(pages.size.bytes).toBeLessThanOrEqual(most);
  }
  expect(pages.size.pages).toBeGreaterThan(1);
  expect(pages.size.pages).toBeLessThan(7);
  expect(pages.find(head, LHASA, '', 'identity')).toBeDefined();
  expect(pages.find(head, '540200', '', 'identity')).toBeUndefined();
});
