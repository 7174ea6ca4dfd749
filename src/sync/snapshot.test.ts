import type { QualityEvent } from '../../domain/event/event';
import { eventNamed } from '../../domain/testing/fake-feed-server';
import { onFreshPhones } from '../platform/fresh-phone-double';
import { phone } from '../platform/taro-double';
import { changed, copyOf, MANIFEST, manyEvents, relaunch, replicaOf, SHIGATSE, stored } from './copies-double';
import { createSnapshot } from './snapshot';

const warn = onFreshPhones();

describe('a stored copy', () => {
  test.each([0, 1, 64, 65, 700])('of %i events comes back as it was', (count) => {
    const copy = copyOf(replicaOf(manyEvents(count)));
    expect(createSnapshot('current').save(copy)).toBe('ok');
    expect(relaunch()).toEqual(copy);
    expect(warn).not.toHaveBeenCalled();
  });

  test('is not there on a new phone, and that is no reason to warn', () => {
    expect(relaunch()).toBeNull();
    expect(warn).not.toHaveBeenCalled();
  });

  test('is not written before anything complete is here', () => {
    const nothing = { cursor: null, campaign: null, programme: [], events: new Map<string, QualityEvent>() };
    expect(createSnapshot('current').save(copyOf(nothing))).toBe('ok');
    expect(stored()).toEqual([]);
  });

  test('of another name is another copy', () => {
    const here = copyOf(replicaOf(manyEvents(3)));
    const there = copyOf(replicaOf(manyEvents(5)));
    createSnapshot('current').save(here);
    createSnapshot('current/manifest').save(there);
    expect(createSnapshot('current').load()).toEqual(here);
    expect(createSnapshot('current/manifest').load()).toEqual(there);
  });

  test('holds 5,000 events of full length in keys far below 1 MB', () => {
    const long = manyEvents(5000).map((event) => ({ ...event, summary: '质'.repeat(1000) }));
    expect(createSnapshot('current').save(copyOf(replicaOf(long)))).toBe('ok');
    const largest = Math.max(...[...phone.storage.values()].map((text) => Buffer.byteLength(text)));
    expect(largest).toBeLessThan(400 * 1024);
  });
});

describe('saving again', () => {
  test('one changed event rewrites its bucket and the manifest', () => {
    const snapshot = createSnapshot('current');
    const copy = copyOf(replicaOf(manyEvents(700)));
    snapshot.save(copy);
    phone.written = [];
    const next = changed(copy, 'c2', { 'e-7': eventNamed('e-7', 900, { title: 'moved' }) });
    snapshot.save(next);
    expect(phone.written).toHaveLength(2);
    expect(phone.written[1]).toBe(MANIFEST);
    expect(relaunch()).toEqual(next);
  });

  test('after a launch goes on from what was loaded', () => {
    const copy = copyOf(replicaOf(manyEvents(700)));
    createSnapshot('current').save(copy);
    const snapshot = createSnapshot('current');
    const loaded = snapshot.load();
    if (loaded === null) throw new Error('no copy');
    phone.written = [];
    snapshot.save({ ...loaded, syncedAt: 5 });
    expect(phone.written).toEqual([MANIFEST]);
    expect(relaunch()?.syncedAt).toBe(5);
  });

  test('the last event of a bucket goes, and comes back', () => {
    const snapshot = createSnapshot('current');
    const copy = copyOf(replicaOf(manyEvents(1)));
    snapshot.save(copy);
    const without = changed(copy, 'c2', { 'e-0': null });
    snapshot.save(without);
    expect(relaunch()).toEqual(without);
    const again = changed(without, 'c3', { 'e-0': eventNamed('e-0', 9) });
    snapshot.save(again);
    expect(relaunch()).toEqual(again);
  });

  test('grows to more buckets when the events have outgrown them', () => {
    const snapshot = createSnapshot('current');
    const few = copyOf(replicaOf(manyEvents(10)));
    snapshot.save(few);
    const many = changed(few, 'c2', Object.fromEntries(manyEvents(2000).map((event) => [event.id, event])));
    snapshot.save(many);
    expect(stored().length).toBeGreaterThan(20);
    expect(relaunch()).toEqual(many);
  });

  test('leaves nothing behind that no manifest names', () => {
    const snapshot = createSnapshot('current');
    let copy = copyOf(replicaOf(manyEvents(200)));
    snapshot.save(copy);
    const before = stored().length;
    for (let turn = 0; turn < 20; turn += 1) {
      copy = changed(copy, `c${turn + 2}`, { [`e-${turn}`]: eventNamed(`e-${turn}`, 1000 + turn) });
      snapshot.save(copy);
    }
    expect(stored()).toHaveLength(before);
  });

  test('another region takes the place of the old one', () => {
    const snapshot = createSnapshot('current');
    snapshot.save(copyOf(replicaOf(manyEvents(200))));
    const other = copyOf(replicaOf(manyEvents(2), 'other'), SHIGATSE);
    snapshot.save(other);
    expect(relaunch()).toEqual(other);
    expect(stored()).toHaveLength(4);
  });

  test('two tabs of a browser never mix their copies', () => {
    const copy = copyOf(replicaOf(manyEvents(200)));
    const one = createSnapshot('current');
    one.save(copy);
    const other = createSnapshot('current');
    other.load();
    const ones = changed(copy, 'one', { 'e-1': eventNamed('e-1', 500), 'e-2': null });
    const others = changed(copy, 'other', { 'e-1': eventNamed('e-1', 600), 'e-3': null });
    one.save(ones);
    other.save(others);
    expect(relaunch()).toEqual(others);
    one.save(ones);
    expect(relaunch()).toEqual(ones);
  });

  test('survives a person who clears the storage', () => {
    const snapshot = createSnapshot('current');
    const copy = copyOf(replicaOf(manyEvents(200)));
    snapshot.save(copy);
    phone.storage.clear();
    const next = changed(copy, 'c2', { 'e-1': eventNamed('e-1', 500) });
    snapshot.save(next);
    expect(relaunch()).toEqual(next);
  });
});
