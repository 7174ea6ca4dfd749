import { FeedModel } from '../domain/feed-double';
import { phone, type Scripted } from '../platform/taro-double';
import { clock, now } from './now';
import type { Region } from './preferences';
import { createReplica, type ReplicaHandle, type ReplicaState } from './replica';

const LHASA: Region = { code: '540100', name: '拉萨市' };
const SHIGATSE: Region = { code: '540200', name: '日喀则市' };

let feed: FeedModel;
/** Says something else than the feed would, once for each. */
let instead: (Scripted | Promise<Scripted>)[];
let size: number;
let warn: jest.SpyInstance;

beforeEach(() => {
  phone.reset();
  feed = new FeedModel();
  instead = [];
  size = 100;
  clock.setState({ offset: 0 });
  warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  phone.server = (url) => {
    const cursor = new URL(url, 'http://x').searchParams.get('cursor');
    return instead.shift() ?? { body: JSON.stringify(feed.feed(cursor, size)) };
  };
});
afterEach(() => {
  warn.mockRestore();
});

/** What the app does at its launch. */
function launch(region = LHASA, campaignId?: string): ReplicaHandle {
  const handle = createReplica('current', campaignId);
  handle.open(region);
  return handle;
}

const shown = ({ store }: ReplicaHandle): string[] => [...store.getState().replica.events.keys()].sort();
const stateOf = ({ store }: ReplicaHandle): ReplicaState => store.getState();

describe('a first launch', () => {
  test('shows nothing, then everything', async () => {
    feed.change('publish', 'a');
    feed.change('publish', 'b');
    const handle = launch();
    expect(stateOf(handle)).toMatchObject({ loaded: true, status: 'idle', lastSyncedAt: null, problem: null });
    expect(stateOf(handle).replica.cursor).toBeNull();
    const pulled = handle.pull();
    expect(stateOf(handle).status).toBe('syncing');
    await pulled;
    expect(shown(handle)).toEqual(['a', 'b']);
    expect(stateOf(handle)).toMatchObject({ status: 'idle', problem: null });
    expect(stateOf(handle).lastSyncedAt).toBeCloseTo(Date.now(), -4);
  });

  test('asks for its region, and for its campaign where one is named', async () => {
    await launch().pull();
    await launch(SHIGATSE, '2025 x').pull();
    expect(phone.requests).toEqual(['/api/v1/feed?region=540100', '/api/v1/feed?region=540200&campaign=2025%20x']);
  });

  test('before a region is open does nothing', async () => {
    const handle = createReplica('current');
    await handle.pull();
    expect(phone.requests).toEqual([]);
    expect(stateOf(handle).loaded).toBe(false);
  });
});

describe('the next launch', () => {
  beforeEach(async () => {
    feed.change('publish', 'a');
    feed.change('publish', 'b');
    await launch().pull();
    phone.requests = [];
  });

  test('shows the stored copy at once, without the network', () => {
    const handle = launch();
    expect(shown(handle)).toEqual(['a', 'b']);
    expect(stateOf(handle).lastSyncedAt).not.toBeNull();
    expect(phone.requests).toEqual([]);
  });

  test('asks for the difference only', async () => {
    feed.change('cancel', 'a');
    feed.change('remove', 'b');
    feed.change('publish', 'c');
    const handle = launch();
    const before = stateOf(handle).replica;
    await handle.pull();
    expect(phone.requests).toEqual([
      `/api/v1/feed?region=540100&cursor=${encodeURIComponent(before.cursor ?? 'no cursor')}`,
    ]);
    expect(shown(handle)).toEqual(['a', 'c']);
    expect(stateOf(handle).replica.events.get('a')?.status).toBe('cancelled');
    expect(shown(launch())).toEqual(['a', 'c']);
  });

  test('with a stored copy that is garbled fetches all again', async () => {
    for (const key of phone.storage.keys()) phone.storage.set(key, 'garbage');
    const handle = launch();
    expect(stateOf(handle)).toMatchObject({ loaded: true, problem: null });
    expect(shown(handle)).toEqual([]);
    await handle.pull();
    expect(phone.requests).toEqual(['/api/v1/feed?region=540100']);
    expect(shown(handle)).toEqual(['a', 'b']);
  });

  test.each<[string, Scripted, ReplicaState['problem']]>([
    ['no network', 'offline', 'offline'],
    ['a time-out', 'timeout', 'timeout'],
    ['a 500', { status: 500, body: '{"code":"internal"}' }, 'server'],
    ['a 404', { status: 404, body: '{"code":"no-such-campaign"}' }, 'server'],
    ['no JSON', { body: '<html>' }, 'garbage'],
    ['JSON that is no page', { body: '{"cursor":1}' }, 'garbage'],
    ['a page with one bad event', { body: JSON.stringify(pageWithBadEvent()) }, 'garbage'],
  ])('keeps the old copy and the cursor with %s', async (_, scripted, problem) => {
    const handle = launch();
    const before = stateOf(handle);
    feed.change('publish', 'c');
    instead = [scripted];
    await handle.pull();
    expect(stateOf(handle)).toEqual({ ...before, problem });
    await handle.pull();
    expect(stateOf(handle).problem).toBeNull();
    expect(shown(handle)).toEqual(['a', 'b', 'c']);
  });

  test('in another region shows nothing of the old one, nor stores over it before there is something', async () => {
    const handle = launch(SHIGATSE);
    expect(stateOf(handle)).toMatchObject({ region: SHIGATSE, lastSyncedAt: null });
    expect(shown(handle)).toEqual([]);
    instead = ['offline'];
    await handle.pull();
    expect(shown(launch(LHASA))).toEqual(['a', 'b']);
    await launch(SHIGATSE).pull();
    expect(shown(launch(LHASA))).toEqual([]);
    expect(shown(launch(SHIGATSE))).toEqual(['a', 'b']);
  });
});

function pageWithBadEvent(): object {
  const model = new FeedModel();
  model.change('publish', 'a');
  const page = model.feed(null, 10);
  return { ...page, events: page.events.map((event) => ({ ...event, startsAt: 'soon' })) };
}

describe('a server that hangs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('costs ten seconds, and the old copy stays', async () => {
    feed.change('publish', 'a');
    const handle = launch();
    await handle.pull();
    instead = ['hang'];
    const pulled = handle.pull();
    await jest.advanceTimersByTimeAsync(9_999);
    expect(stateOf(handle).status).toBe('syncing');
    await jest.advanceTimersByTimeAsync(1);
    await pulled;
    expect(stateOf(handle)).toMatchObject({ status: 'idle', problem: 'timeout' });
    expect(shown(handle)).toEqual(['a']);
  });
});

describe('a full copy of many pages', () => {
  beforeEach(async () => {
    for (const id of 'abcdef'.split('')) feed.change('publish', id);
    await launch().pull();
    size = 2;
    feed.restore();
    for (const id of 'uvwxy'.split('')) feed.change('publish', id);
  });

  test('replaces the old one in one step', async () => {
    const handle = launch();
    const seen: string[] = [];
    handle.store.subscribe(() => seen.push(shown(handle).join('')));
    await handle.pull();
    expect(new Set(seen)).toEqual(new Set(['abcdef', 'uvwxy']));
  });

  test('broken off midway leaves the old one, here and at the next launch', async () => {
    const handle = launch();
    instead = [{ body: JSON.stringify(feed.feed(null, 2)) }, 'offline'];
    await handle.pull();
    expect(stateOf(handle).problem).toBe('offline');
    expect(shown(handle)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(shown(launch())).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    await handle.pull();
    expect(shown(handle)).toEqual(['u', 'v', 'w', 'x', 'y']);
  });

  test('that the server starts over midway has no ghosts', async () => {
    const handle = launch();
    const firstPage = JSON.stringify(feed.feed(null, 2));
    feed.restore();
    feed.change('publish', 'z');
    instead = [{ body: firstPage }];
    await handle.pull();
    expect(shown(handle)).toEqual(['z']);
  });
});

describe('a delta of many pages', () => {
  test('broken off midway keeps what came, and goes on from there', async () => {
    const handle = launch();
    await handle.pull();
    size = 1;
    for (const id of 'abc'.split('')) feed.change('publish', id);
    const first = feed.feed(stateOf(handle).replica.cursor, 1);
    instead = [{ body: JSON.stringify(first) }, 'offline'];
    await handle.pull();
    expect(shown(handle)).toEqual(['a']);
    expect(shown(launch())).toEqual(['a']);
    expect(stateOf(handle).replica.cursor).toBe(first.cursor);
    await handle.pull();
    expect(shown(handle)).toEqual(['a', 'b', 'c']);
  });

  test('that never ends is given up', async () => {
    const page = { ...feed.feed(null, 1), reset: false, first: false, more: true };
    phone.server = () => ({ body: JSON.stringify(page) });
    const handle = launch();
    await handle.pull();
    expect(stateOf(handle).problem).toBe('garbage');
    expect(phone.requests.length).toBeLessThan(4);
    let turn = 0;
    phone.server = () => ({ body: JSON.stringify({ ...page, cursor: `cursor-${(turn += 1)}` }) });
    await handle.pull();
    expect(stateOf(handle)).toMatchObject({ status: 'idle', problem: 'garbage' });
    expect(turn).toBeLessThanOrEqual(500);
  });
});

describe('pulls at the same time', () => {
  test('are one, and one more for whoever asked meanwhile', async () => {
    const handle = launch();
    const first = handle.pull();
    feed.change('publish', 'late');
    const others = [handle.pull(), handle.pull(), handle.pull()];
    await first;
    await Promise.all(others);
    expect(phone.requests).toHaveLength(2);
    expect(shown(handle)).toEqual(['late']);
  });

  test('of two regions: only the chosen one is shown, though the other answers last', async () => {
    feed.change('publish', 'a');
    const answers: ((scripted: Scripted) => void)[] = [];
    instead = [new Promise((resolve) => answers.push(resolve))];
    const handle = launch(LHASA);
    const slow = handle.pull();
    handle.open(SHIGATSE);
    await handle.pull();
    const chosen = stateOf(handle);
    const other = new FeedModel();
    other.change('publish', 'not-here');
    answers[0]?.({ body: JSON.stringify(other.feed(null, 10)) });
    await slow;
    expect(stateOf(handle)).toBe(chosen);
    expect(chosen).toMatchObject({ region: SHIGATSE, status: 'idle' });
    expect(shown(launch(SHIGATSE))).toEqual(['a']);
  });
});

describe('the server’s clock', () => {
  const HOUR = 3_600_000;
  const answerAt = (ahead: number): void => {
    phone.server = () => ({
      body: JSON.stringify(feed.feed(null, 10)),
      header: { Date: new Date(Date.now() + ahead).toUTCString() },
    });
  };

  test.each([
    ['two hours slow', 2 * HOUR],
    ['two hours fast', -2 * HOUR],
  ])('corrects a phone that is %s', async (_, ahead) => {
    answerAt(ahead);
    const handle = launch();
    await handle.pull();
    expect(Math.abs(now() - (Date.now() + ahead))).toBeLessThan(2000);
    expect(Math.abs((stateOf(handle).lastSyncedAt ?? 0) - (Date.now() + ahead))).toBeLessThan(2000);
  });

  test('leaves a right phone alone', async () => {
    answerAt(20_000);
    await launch().pull();
    expect(clock.getState().offset).toBe(0);
  });
});

test('a storage without room changes nothing on the screen', async () => {
  phone.storageOff = true;
  feed.change('publish', 'a');
  const handle = launch();
  await handle.pull();
  expect(shown(handle)).toEqual(['a']);
  expect(stateOf(handle).problem).toBeNull();
});
