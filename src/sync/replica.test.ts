import { FakeFeedServer, toWireEvent } from '../../domain/testing/fake-feed-server';
import { onFreshPhones } from '../testing/fresh-phones';
import type { Scripted } from '../testing/fake-phone-state';
import { phone } from '../testing/fake-taro';
import { clock, now } from './now';
import { createReplica, type ReplicaState } from './replica';
import { connect, launch, LHASA, server, SHIGATSE, shown, stateOf } from '../testing/fake-feed-server';

onFreshPhones();
beforeEach(connect);

describe('a first launch', () => {
  test('shows nothing, then everything', async () => {
    server.feed.change('publish', 'a');
    server.feed.change('publish', 'b');
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
    server.feed.change('publish', 'a');
    server.feed.change('publish', 'b');
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
    server.feed.change('cancel', 'a');
    server.feed.change('remove', 'b');
    server.feed.change('publish', 'c');
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
    ['a 404', { status: 404, body: '{"code":"no-such-campaign"}' }, 'unknown'],
    ['no JSON', { body: '<html>' }, 'garbage'],
    ['JSON that is no page', { body: '{"cursor":1}' }, 'garbage'],
    ['a page with one bad event', { body: JSON.stringify(pageWithBadEvent()) }, 'garbage'],
  ])('keeps the old copy and the cursor with %s', async (_, scripted, problem) => {
    const handle = launch();
    const before = stateOf(handle);
    server.feed.change('publish', 'c');
    server.instead = [scripted];
    await handle.pull();
    expect(stateOf(handle)).toEqual({ ...before, problem });
    await handle.pull();
    expect(stateOf(handle).problem).toBeNull();
    expect(shown(handle)).toEqual(['a', 'b', 'c']);
  });

  test('is not fetched from a server that asks to be left alone until the time is over, and then by itself', async () => {
    jest.useFakeTimers();
    const handle = launch();
    server.feed.change('publish', 'c');
    server.instead = [{ status: 503, body: '{}', header: { 'Retry-After': '5' } }];
    await handle.pull();
    expect(stateOf(handle)).toMatchObject({ status: 'idle', problem: 'busy' });
    const asked = phone.requests.length;
    await jest.advanceTimersByTimeAsync(4_999);
    await handle.pull();
    expect(phone.requests).toHaveLength(asked);
    await jest.advanceTimersByTimeAsync(5_001);
    expect(phone.requests).toHaveLength(asked + 1);
    expect(stateOf(handle).problem).toBeNull();
    expect(shown(handle)).toEqual(['a', 'b', 'c']);
    jest.useRealTimers();
  });

  test('in another region shows nothing of the old one, nor stores over it before there is something', async () => {
    const handle = launch(SHIGATSE);
    expect(stateOf(handle)).toMatchObject({ region: SHIGATSE, lastSyncedAt: null });
    expect(shown(handle)).toEqual([]);
    server.instead = ['offline'];
    await handle.pull();
    expect(shown(launch(LHASA))).toEqual(['a', 'b']);
    await launch(SHIGATSE).pull();
    expect(shown(launch(LHASA))).toEqual([]);
    expect(shown(launch(SHIGATSE))).toEqual(['a', 'b']);
  });
});

function pageWithBadEvent(): object {
  const model = new FakeFeedServer();
  model.change('publish', 'a');
  const page = model.feed(null, 10);
  return { ...page, events: page.events.map((event) => ({ ...toWireEvent(event), startsAt: 'soon' })) };
}

describe('the server’s clock', () => {
  const HOUR = 3_600_000;
  const answerAt = (ahead: number): void => {
    phone.server = () => ({
      body: server.feed.body(null, 10),
      header: { Date: new Date(Date.now() + ahead).toUTCString() },
    });
  };

  test.each([
    ['two hours slow', 2 * HOUR],
    ['two hours fast', -2 * HOUR],
    ['fifty seconds slow', 50_000],
  ])('corrects a phone that is %s', async (_, ahead) => {
    answerAt(ahead);
    const handle = launch();
    await handle.pull();
    expect(Math.abs(now() - (Date.now() + ahead))).toBeLessThan(2000);
    expect(Math.abs((stateOf(handle).lastSyncedAt ?? 0) - (Date.now() + ahead))).toBeLessThan(2000);
  });

  test('leaves a right phone alone', async () => {
    answerAt(0);
    await launch().pull();
    expect(clock.getState().offset).toBe(0);
  });
});

test('a storage without room changes nothing on the screen', async () => {
  phone.storageOff = true;
  server.feed.change('publish', 'a');
  const handle = launch();
  await handle.pull();
  expect(shown(handle)).toEqual(['a']);
  expect(stateOf(handle).problem).toBeNull();
});
