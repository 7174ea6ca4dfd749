import { FakeFeedServer } from '../../domain/testing/fake-feed-server';
import { onFreshPhones } from '../platform/fresh-phone-double';
import type { Scripted } from '../platform/phone-state-double';
import { phone } from '../platform/taro-double';
import { connect, launch, LHASA, server, SHIGATSE, shown, stateOf } from './replica-double';

onFreshPhones();
beforeEach(connect);

describe('a server that hangs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('costs ten seconds, and the old copy stays', async () => {
    server.feed.change('publish', 'a');
    const handle = launch();
    await handle.pull();
    server.instead = ['hang'];
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
    for (const id of 'abcdef'.split('')) server.feed.change('publish', id);
    await launch().pull();
    server.size = 2;
    server.feed.restore();
    for (const id of 'uvwxy'.split('')) server.feed.change('publish', id);
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
    server.instead = [{ body: JSON.stringify(server.feed.feed(null, 2)) }, 'offline'];
    await handle.pull();
    expect(stateOf(handle).problem).toBe('offline');
    expect(shown(handle)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(shown(launch())).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    await handle.pull();
    expect(shown(handle)).toEqual(['u', 'v', 'w', 'x', 'y']);
  });

  test('that the server starts over midway has no ghosts', async () => {
    const handle = launch();
    const firstPage = JSON.stringify(server.feed.feed(null, 2));
    server.feed.restore();
    server.feed.change('publish', 'z');
    server.instead = [{ body: firstPage }];
    await handle.pull();
    expect(shown(handle)).toEqual(['z']);
  });
});

describe('a delta of many pages', () => {
  test('broken off midway keeps what came, and goes on from there', async () => {
    const handle = launch();
    await handle.pull();
    server.size = 1;
    for (const id of 'abc'.split('')) server.feed.change('publish', id);
    const first = server.feed.feed(stateOf(handle).replica.cursor, 1);
    server.instead = [{ body: JSON.stringify(first) }, 'offline'];
    await handle.pull();
    expect(shown(handle)).toEqual(['a']);
    expect(shown(launch())).toEqual(['a']);
    expect(stateOf(handle).replica.cursor).toBe(first.cursor);
    await handle.pull();
    expect(shown(handle)).toEqual(['a', 'b', 'c']);
  });

  test('that never ends is given up', async () => {
    const page = { ...server.feed.feed(null, 1), reset: false, first: false, more: true };
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
    server.feed.change('publish', 'late');
    const others = [handle.pull(), handle.pull(), handle.pull()];
    await first;
    await Promise.all(others);
    expect(phone.requests).toHaveLength(2);
    expect(shown(handle)).toEqual(['late']);
  });

  test('of two regions: only the chosen one is shown, though the other answers last', async () => {
    server.feed.change('publish', 'a');
    const answers: ((scripted: Scripted) => void)[] = [];
    server.instead = [new Promise((resolve) => answers.push(resolve))];
    const handle = launch(LHASA);
    const slow = handle.pull();
    handle.open(SHIGATSE);
    await handle.pull();
    const chosen = stateOf(handle);
    const other = new FakeFeedServer();
    other.change('publish', 'not-here');
    answers[0]?.({ body: JSON.stringify(other.feed(null, 10)) });
    await slow;
    expect(stateOf(handle)).toBe(chosen);
    expect(chosen).toMatchObject({ region: SHIGATSE, status: 'idle' });
    expect(shown(launch(SHIGATSE))).toEqual(['a']);
  });
});
