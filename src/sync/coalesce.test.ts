import { coalesce, share } from './coalesce';

/** Work that ends when the test says so. */
function scripted() {
  const started: string[] = [];
  const ends: ((outcome: 'ok' | 'failed') => void)[] = [];
  const work = (key = 'only'): Promise<void> => {
    started.push(key);
    return new Promise((resolve, reject) => {
      ends.push((outcome) => {
        if (outcome === 'ok') resolve();
        else reject(new Error(key));
      });
    });
  };
  return { started, ends, work };
}

test('ten questions during a run cost one more run', async () => {
  const { started, ends, work } = scripted();
  const ask = coalesce(() => work());
  const first = ask();
  const others = Array.from({ length: 9 }, ask);
  expect(new Set(others).size).toBe(1);
  ends[0]?.('ok');
  await first;
  await Promise.resolve();
  expect(started).toHaveLength(2);
  ends[1]?.('ok');
  await Promise.all(others);
  void ask();
  expect(started).toHaveLength(3);
});

test('a failed run does not stop the next', async () => {
  const { started, ends, work } = scripted();
  const ask = coalesce(() => work());
  const first = ask();
  const next = ask();
  ends[0]?.('failed');
  await expect(first).rejects.toThrow();
  await Promise.resolve();
  expect(started).toHaveLength(2);
  ends[1]?.('ok');
  await next;
});

test('the same key shares a run; another waits for it, and runs though it failed', async () => {
  const { started, ends, work } = scripted();
  const ask = share(work);
  const first = ask('a');
  expect(ask('a')).toBe(first);
  const other = ask('b');
  expect(ask('b')).toBe(other);
  expect(started).toEqual(['a']);
  ends[0]?.('failed');
  await expect(first).rejects.toThrow();
  await Promise.resolve();
  expect(started).toEqual(['a', 'b']);
  ends[1]?.('ok');
  await other;
  void ask('b');
  expect(started).toEqual(['a', 'b', 'b']);
});

test('a key may be nothing', async () => {
  const ask = share((key: string | undefined) => Promise.resolve(key ?? 'none'));
  await expect(ask(undefined)).resolves.toBe('none');
});
