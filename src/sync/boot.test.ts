import { FakeFeedServer } from '../../domain/testing/fake-feed-server';
import { phone } from '../testing/fake-taro';
import { boot } from './boot';
import { clock } from './now';
import { chooseLargeType, chooseRegion } from './preferences';
import { relaunch } from '../testing/relaunch';
import { replicaOf } from './replica';

const LHASA = { code: '540100', name: '拉萨市' };
const SHIGATSE = { code: '540200', name: '日喀则市' };

let server: FakeFeedServer;
let stop: () => void = () => undefined;

/** The app as freshly installed or killed, not yet booted, on a phone with this storage. */
function install(storage?: ReadonlyMap<string, string>): void {
  stop();
  jest.clearAllTimers();
  relaunch(storage);
  phone.server = (url) => {
    const cursor = new URL(url, 'http://x').searchParams.get('cursor');
    return { body: server.body(cursor, 10) };
  };
}
const launch = (): void => {
  stop = boot();
};

const settled = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(0);
};
const shown = (): string[] => [...replicaOf(null).store.getState().replica.events.keys()];

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 8, 18, 4) });
  server = new FakeFeedServer();
  server.change('publish', 'a');
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

test('without a region the whole country is followed, which chooses none; a choice opens that region', async () => {
  install();
  launch();
  await settled();
  expect(phone.requests).toEqual(['/api/v1/feed?region=100000']);
  expect(shown()).toEqual(['a']);
  expect(phone.storage.has('preferences')).toBe(false);
  chooseRegion(LHASA);
  await settled();
  expect(phone.requests[1]).toContain('region=540100');
  expect(shown()).toEqual(['a']);
});

test('to choose the whole country, which is shown already, asks for nothing', async () => {
  install();
  launch();
  await settled();
  chooseRegion({ code: '100000', name: '全国' });
  await settled();
  expect(phone.requests).toHaveLength(1);
  expect(phone.storage.get('preferences')).toContain('100000');
});

describe('with a region and a stored copy', () => {
  beforeEach(async () => {
    install();
    launch();
    chooseRegion(LHASA);
    await settled();
    server.change('publish', 'b');
    install(phone.storage);
  });

  test('the first render has the copy, and the sync follows', async () => {
    launch();
    expect(shown()).toEqual(['a']);
    await settled();
    expect(shown()).toEqual(['a', 'b']);
    expect(phone.requests).toHaveLength(1);
  });

  test('coming to the front pulls, but not twice at the launch', async () => {
    launch();
    phone.comeToFront();
    await settled();
    expect(phone.requests).toHaveLength(1);
    server.change('publish', 'c');
    phone.comeToFront();
    await settled();
    expect(shown()).toEqual(['a', 'b', 'c']);
  });

  test('a network that returns pulls', async () => {
    launch();
    await settled();
    server.change('remove', 'a');
    phone.changeNetwork(true);
    await settled();
    expect(shown()).toEqual(['b']);
  });

  test('another region is opened and fetched whole; the same one again is not', async () => {
    launch();
    await settled();
    phone.requests = [];
    chooseRegion({ ...LHASA });
    chooseLargeType(true);
    await settled();
    expect(phone.requests).toEqual([]);
    chooseRegion(SHIGATSE);
    expect(shown()).toEqual([]);
    await settled();
    expect(phone.requests).toEqual(['/api/v1/feed?region=540200']);
    expect(shown()).toEqual(['a', 'b']);
  });

  test('the minute ticks', async () => {
    launch();
    const before = clock.getState().tickedAt;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(clock.getState().tickedAt - before).toBe(60_000);
  });
});
