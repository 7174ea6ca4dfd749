import { stopOnSignal } from './stop-on-signal';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

let exit: jest.SpyInstance<never, [code?: number | string | null | undefined]>;
let finish: () => void;
let fail: () => void;
let stop: jest.Mock<Promise<void>, []>;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  stop = jest.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        finish = resolve;
        fail = () => {
          reject(new Error('cannot stop'));
        };
      }),
  );
  stopOnSignal(stop);
});
afterEach(() => {
  for (const signal of SIGNALS) process.removeAllListeners(signal);
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

test.each(SIGNALS)('%s stops, and ends well once all is stopped', async (signal) => {
  process.emit(signal);
  expect(stop).toHaveBeenCalledTimes(1);
  await settle();
  expect(exit).not.toHaveBeenCalled();
  finish();
  await settle();
  expect(exit.mock.calls).toEqual([[0]]);
});

test('what cannot be stopped ends badly', async () => {
  process.emit('SIGTERM');
  fail();
  await settle();
  expect(exit.mock.calls).toEqual([[1]]);
});

test('the same signal told twice, as npm does, is one', () => {
  process.emit('SIGINT');
  jest.advanceTimersByTime(499);
  process.emit('SIGINT');
  expect(stop).toHaveBeenCalledTimes(1);
  expect(exit).not.toHaveBeenCalled();
});

test('a second signal ends at once', () => {
  process.emit('SIGTERM');
  jest.advanceTimersByTime(500);
  process.emit('SIGINT');
  expect(exit.mock.calls).toEqual([[1]]);
});

test('ten seconds are the most', () => {
  process.emit('SIGTERM');
  jest.advanceTimersByTime(9_999);
  expect(exit).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1);
  expect(exit.mock.calls).toEqual([[1]]);
});
