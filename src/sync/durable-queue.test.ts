import * as v from 'valibot';
import { phone } from '../testing/fake-taro';
import { type DurableQueue, durableQueue, type QueuedItem, type Receipt, type Sent } from './durable-queue';
import { leaveAccount, reloadAll } from './owners';
import type { SendFailure } from './send-failure';

const KEY = 'scans';
const ItemSchema = v.object({
  id: v.string(),
  refusal: v.nullable(v.object({ code: v.string(), fieldErrors: v.array(v.never()) })),
});

/** What each request carried, and what the server says to the next ones. */
let requests: string[][];
let answers: ((ids: readonly string[]) => Sent)[];
let queue: DurableQueue<QueuedItem>;

const accept = (ids: readonly string[]): Sent => ({
  receipts: new Map(ids.map((id): [string, Receipt] => [id, { state: 'accepted' }])),
  failure: null,
});
const fail = (failure: SendFailure) => (): Sent => ({ receipts: new Map(), failure });
const put = (...ids: string[]): void => {
  queue.change((items) => [...items, ...ids.map((id) => ({ id, refusal: null }))]);
};
const left = (): string[] => queue.store.getState().items.map(({ id }) => id);
const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  jest.useFakeTimers();
  // No pause is cut short.
  jest.spyOn(Math, 'random').mockReturnValue(1);
  phone.reset();
  requests = [];
  answers = [];
  queue = durableQueue<QueuedItem>({
    key: KEY,
    version: 1,
    item: ItemSchema,
    owner: 'account',
    missed: 'sign-up',
    batch: 50,
    send: (items) => {
      const ids = items.map(({ id }) => id);
      requests.push(ids);
      return Promise.resolve((answers.shift() ?? accept)(ids));
    },
  });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const many = Array.from({ length: 120 }, (_, index) => `scan-${index}`);

test('fifty at a time, in the order in which they came', async () => {
  put(...many);
  await queue.flush();
  expect(requests.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(requests.flat()).toEqual(many);
  expect(left()).toEqual([]);
});

test('an item is stored before anybody hears of it', () => {
  const storedThen: (string | undefined)[] = [];
  queue.store.subscribe(() => storedThen.push(phone.storage.get(KEY)));
  put('a');
  expect(storedThen).toHaveLength(1);
  expect(storedThen[0]).toContain('"a"');
});

test('each item has its own receipt: accepted goes, refused stays to be shown, unanswered is sent again', async () => {
  put('good', 'bad', 'lost');
  answers = [
    () => ({
      receipts: new Map<string, Receipt>([
        ['good', { state: 'accepted' }],
        ['bad', { state: 'refused', refusal: { code: 'unknown-ticket', fieldErrors: [] } }],
      ]),
      failure: 'timeout',
    }),
  ];
  await queue.flush();
  expect(left()).toEqual(['bad', 'lost']);
  expect(queue.store.getState().items[0]?.refusal?.code).toBe('unknown-ticket');
  await settle(2_000);
  expect(requests).toEqual([['good', 'bad', 'lost'], ['lost']]);
  expect(left()).toEqual(['bad']);
});

test.each<[SendFailure, number]>([
  ['offline', 1],
  ['wechat', 1],
  ['busy', 1],
  ['server', 3],
  ['timeout', 3],
])('after %s the rest of the queue is asked about %d times, and nothing is lost', async (failure, asked) => {
  put(...many);
  answers = Array.from({ length: 3 }, () => fail(failure));
  await queue.flush();
  expect(requests).toHaveLength(asked);
  expect(queue.progress.getState()).toEqual({ failure });
  expect(left()).toEqual(many);
});

test('it waits twice as long after each failure, five minutes at most, and not at all once asked', async () => {
  put('a');
  answers = Array.from({ length: 99 }, () => fail('server'));
  await queue.flush();
  const waits = [2, 4, 8, 16, 32, 64, 128, 256, 300, 300];
  for (const [index, seconds] of waits.entries()) {
    await settle(seconds * 1000 - 1);
    expect(requests).toHaveLength(index + 1);
    await settle(1);
    expect(requests).toHaveLength(index + 2);
  }
  const before = requests.length;
  await queue.flush();
  expect(requests).toHaveLength(before + 1);
  await settle(2_000);
  expect(requests).toHaveLength(before + 2);
});

test('chance takes up to half of a pause, so that phones do not all come back at once', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  put('a');
  answers = [fail('server')];
  await queue.flush();
  await settle(999);
  expect(requests).toHaveLength(1);
  await settle(1);
  expect(requests).toHaveLength(2);
});

test.each([
  [0, 5_000],
  [0.5, 7_500],
])('a server that asks to be left alone is, whoever asks, and by chance longer (%d: %d ms)', async (chance, ms) => {
  jest.spyOn(Math, 'random').mockReturnValue(chance);
  put('a');
  answers = [() => ({ receipts: new Map(), failure: 'busy', waitMs: 5_000 })];
  await queue.flush();
  expect(queue.progress.getState()).toEqual({ failure: 'busy' });
  await settle(ms - 1);
  put('b');
  await queue.flush();
  expect(requests).toEqual([['a']]);
  await settle(1);
  expect(requests).toEqual([['a'], ['a', 'b']]);
  put('c');
  await queue.flush();
  expect(requests).toHaveLength(3);
});

test('whatever the server asks for, it is asked again within ten minutes', async () => {
  put('a');
  answers = [() => ({ receipts: new Map(), failure: 'busy', waitMs: 86_400_000 })];
  await queue.flush();
  await settle(600_000);
  expect(left()).toEqual([]);
});

test('without room it does not try again by itself', async () => {
  put('a');
  answers = [fail('no-room')];
  await queue.flush();
  await settle(60 * 60_000);
  expect(requests).toHaveLength(1);
  expect(left()).toEqual(['a']);
});

test('two at once send each item once', async () => {
  put('a');
  await Promise.all([queue.flush(), queue.flush()]);
  expect(requests).toEqual([['a']]);
});

test('at the next launch all is there that had no receipt; what does not parse is dropped', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation();
  put('a');
  phone.storage.set(KEY, `[7,${phone.storage.get(KEY)?.slice(1) ?? ''}`);
  reloadAll();
  expect(left()).toEqual(['a']);
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
  await queue.flush();
  expect(requests).toEqual([['a']]);
});

test('who leaves the account leaves nothing behind, and nothing is tried again', async () => {
  put('a');
  answers = [fail('server')];
  await queue.flush();
  leaveAccount();
  await settle(60 * 60_000);
  expect([left(), requests.length, phone.storage.has(KEY)]).toEqual([[], 1, false]);
});
