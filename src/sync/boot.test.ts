import { FakeFeedServer } from '../../domain/testing/fake-feed-server';

const LHASA = { code: '540100', name: '拉萨市' };
const SHIGATSE = { code: '540200', name: '日喀则市' };

let server: FakeFeedServer;

type App = Awaited<ReturnType<typeof install>>;

/** The app as freshly installed or killed, not yet booted: every module anew, on a phone with this storage. */
async function install(storage: ReadonlyMap<string, string>) {
  jest.resetModules();
  const { phone } = await import('../platform/taro-double');
  phone.storage = new Map(storage);
  phone.server = (url) => {
    const cursor = new URL(url, 'http://x').searchParams.get('cursor');
    return { body: JSON.stringify(server.feed(cursor, 10)) };
  };
  const { boot } = await import('./boot');
  const { replicaOf } = await import('./replica');
  const { chooseRegion, chooseLargeType } = await import('./preferences');
  const { clock } = await import('./now');
  return { phone, boot, current: replicaOf(null), chooseRegion, chooseLargeType, clock };
}

const settled = async (): Promise<void> => {
  await jest.advanceTimersByTimeAsync(0);
};
const shown = ({ current }: App): string[] => [...current.store.getState().replica.events.keys()];

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 8, 18, 4) });
  server = new FakeFeedServer();
  server.change('publish', 'a');
});
afterEach(() => {
  jest.useRealTimers();
});

test('without a region the whole country is followed, which chooses none; a choice opens that region', async () => {
  const app = await install(new Map());
  app.boot();
  await settled();
  expect(app.phone.requests).toEqual(['/api/v1/feed?region=100000']);
  expect(shown(app)).toEqual(['a']);
  expect(app.phone.storage.has('preferences')).toBe(false);
  app.chooseRegion(LHASA);
  await settled();
  expect(app.phone.requests[1]).toContain('region=540100');
  expect(shown(app)).toEqual(['a']);
});

test('to choose the whole country, which is shown already, asks for nothing', async () => {
  const app = await install(new Map());
  app.boot();
  await settled();
  app.chooseRegion({ code: '100000', name: '全国' });
  await settled();
  expect(app.phone.requests).toHaveLength(1);
  expect(app.phone.storage.get('preferences')).toContain('100000');
});

describe('with a region and a stored copy', () => {
  let app: App;
  beforeEach(async () => {
    const first = await install(new Map());
    first.boot();
    first.chooseRegion(LHASA);
    await settled();
    server.change('publish', 'b');
    app = await install(first.phone.storage);
  });

  test('the first render has the copy, and the sync follows', async () => {
    app.boot();
    expect(shown(app)).toEqual(['a']);
    await settled();
    expect(shown(app)).toEqual(['a', 'b']);
    expect(app.phone.requests).toHaveLength(1);
  });

  test('coming to the front pulls, but not twice at the launch', async () => {
    app.boot();
    app.phone.comeToFront();
    await settled();
    expect(app.phone.requests).toHaveLength(1);
    server.change('publish', 'c');
    app.phone.comeToFront();
    await settled();
    expect(shown(app)).toEqual(['a', 'b', 'c']);
  });

  test('a network that returns pulls', async () => {
    app.boot();
    await settled();
    server.change('remove', 'a');
    app.phone.changeNetwork(true);
    await settled();
    expect(shown(app)).toEqual(['b']);
  });

  test('another region is opened and fetched whole; the same one again is not', async () => {
    app.boot();
    await settled();
    app.phone.requests = [];
    app.chooseRegion({ ...LHASA });
    app.chooseLargeType(true);
    await settled();
    expect(app.phone.requests).toEqual([]);
    app.chooseRegion(SHIGATSE);
    expect(shown(app)).toEqual([]);
    await settled();
    expect(app.phone.requests).toEqual(['/api/v1/feed?region=540200']);
    expect(shown(app)).toEqual(['a', 'b']);
  });

  test('the minute ticks', async () => {
    app.boot();
    const before = app.clock.getState().tickedAt;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(app.clock.getState().tickedAt - before).toBe(60_000);
  });
});
