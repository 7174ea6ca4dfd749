import * as fc from 'fast-check';
import { SCHEMA_VERSION } from '../../domain/feed/feed';
import { eventNamed } from '../../domain/testing/fake-feed-server';
import { onFreshPhones } from '../platform/fresh-phone-double';
import { phone } from '../platform/taro-double';
import { bucketOf } from './buckets';
import { changed, copyOf, LHASA, MANIFEST, manyEvents, relaunch, replicaOf, SHIGATSE, stored } from './copies-double';
import { createSnapshot, type Copy } from './snapshot';

const warn = onFreshPhones();

describe('a copy that cannot be trusted is dropped, with a warning', () => {
  beforeEach(() => {
    createSnapshot('current').save(copyOf(replicaOf(manyEvents(150))));
  });

  const GARBLED: readonly (readonly [string, (text: string) => string])[] = [
    ['cut short', (text) => text.slice(0, -1)],
    ['emptied', () => ' '],
    ['binary', () => '\u0000\uffff'],
    ['null', () => 'null'],
    ['an empty list', () => '[]'],
    ['an empty object', () => '{}'],
    ['a number', () => '7'],
    ['of wrong types', (text) => text.replaceAll(/"(title|name|cursor|theme)":"[^"]*"/g, '"$1":1')],
    ['nested a thousand deep', () => `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ];

  test.each(GARBLED)('any key, %s', (_, garble) => {
    const whole = new Map(phone.storage);
    for (const key of whole.keys()) {
      phone.storage = new Map(whole);
      warn.mockClear();
      phone.storage.set(key, garble(whole.get(key) ?? ''));
      expect([key, relaunch()]).toEqual([key, null]);
      expect(warn).toHaveBeenCalled();
      expect(stored()).toEqual([]);
    }
  });

  test('any key missing', () => {
    const whole = new Map(phone.storage);
    for (const key of whole.keys()) {
      phone.storage = new Map(whole);
      phone.storage.delete(key);
      expect([key, relaunch()]).toEqual([key, null]);
      expect(stored()).toEqual([]);
    }
  });

  test('two buckets of one size in each other’s place', () => {
    const spread = [0, 1].flatMap((bucket) =>
      manyEvents(200)
        .filter((event) => bucketOf(event.id, 2) === bucket)
        .slice(0, 40),
    );
    createSnapshot('current').save(copyOf(replicaOf(spread)));
    const [one = '', other = ''] = stored().filter((key) => /\/\d+\./.test(key));
    const text = phone.storage.get(one) ?? '';
    phone.storage.set(one, phone.storage.get(other) ?? '');
    phone.storage.set(other, text);
    expect(relaunch()).toBeNull();
  });

  test('written by another version of the app', () => {
    const manifest = JSON.parse(phone.storage.get(MANIFEST) ?? '') as object;
    phone.storage.set(MANIFEST, JSON.stringify({ ...manifest, version: SCHEMA_VERSION + 1 }));
    expect(relaunch()).toBeNull();
    expect(stored()).toEqual([]);
  });

  test('and the next save starts from nothing', () => {
    phone.storage.set(MANIFEST, '{');
    const snapshot = createSnapshot('current');
    expect(snapshot.load()).toBeNull();
    const copy = copyOf(replicaOf(manyEvents(30)));
    expect(snapshot.save(copy)).toBe('ok');
    expect(relaunch()).toEqual(copy);
  });
});

describe('a storage that is full', () => {
  const used = (): number => [...phone.storage].reduce((sum, [key, text]) => sum + key.length + text.length, 0);

  test('keeps the older copy of a region when a change does not fit', () => {
    const snapshot = createSnapshot('current');
    const copy = copyOf(replicaOf(manyEvents(200)));
    snapshot.save(copy);
    phone.quota = used() + 100;
    const next = changed(copy, 'c2', { 'e-1': eventNamed('e-1', 500) });
    expect(snapshot.save(next)).toBe('full');
    expect(warn).toHaveBeenCalled();
    expect(relaunch()).toEqual(copy);
    phone.quota = Infinity;
    expect(snapshot.save(next)).toBe('ok');
    expect(relaunch()).toEqual(next);
  });

  test('gives the old copy’s room to a whole new one', () => {
    const snapshot = createSnapshot('current');
    snapshot.save(copyOf(replicaOf(manyEvents(200))));
    phone.quota = used() + 1000;
    const fresh = copyOf(replicaOf(manyEvents(190), 'fresh'));
    expect(snapshot.save(fresh)).toBe('ok');
    expect(relaunch()).toEqual(fresh);
  });

  test('holds nothing rather than half of a copy too large for it', () => {
    phone.quota = 20_000;
    expect(createSnapshot('current').save(copyOf(replicaOf(manyEvents(200))))).toBe('full');
    expect(stored()).toEqual([]);
    expect(relaunch()).toBeNull();
  });

  test('that is switched off is a phone without memory, not a crash', () => {
    phone.storageOff = true;
    const snapshot = createSnapshot('current');
    expect(snapshot.load()).toBeNull();
    expect(snapshot.save(copyOf(replicaOf(manyEvents(3))))).toBe('full');
  });

  test('leaves what is not its own alone', () => {
    phone.storage.set('preferences', '"mine"');
    phone.storage.set('replica/currently/manifest', '"another’s"');
    phone.quota = 20_000;
    createSnapshot('current').save(copyOf(replicaOf(manyEvents(200))));
    expect(stored()).toEqual(['preferences', 'replica/currently/manifest']);
  });
});

test('killed at any write, the phone wakes up with a copy that once was whole', () => {
  const change = fc.record({
    kind: fc.constantFrom('change' as const, 'remove' as const, 'reset' as const, 'region' as const),
    at: fc.integer({ min: 0, max: 199 }),
  });
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(Infinity, 60_000),
      (changes, writes, quota) => {
        phone.reset();
        phone.quota = quota;
        const snapshot = createSnapshot('current');
        let copy = copyOf(replicaOf(manyEvents(150)));
        snapshot.save(copy);
        const whole: (Copy | null)[] = [copy];
        phone.writesLeft = writes;
        changes.forEach(({ kind, at }, turn) => {
          const cursor = `c${turn + 2}`;
          const id = `e-${at}`;
          if (kind === 'change') copy = changed(copy, cursor, { [id]: eventNamed(id, 1000 + turn) });
          if (kind === 'remove') copy = changed(copy, cursor, { [id]: null });
          if (kind === 'reset') copy = copyOf(replicaOf(manyEvents(140 + turn), cursor), copy.region);
          if (kind === 'region') copy = copyOf(replicaOf(manyEvents(130), cursor), turn % 2 ? LHASA : SHIGATSE);
          snapshot.save(copy);
          whole.push(copy);
        });
        phone.writesLeft = Infinity;
        const woken = relaunch();
        // Where two copies do not fit, there is a moment without any.
        if (quota !== Infinity) whole.push(null);
        expect(whole).toContainEqual(woken);
        const next = changed(woken ?? copy, 'after', { 'e-3': eventNamed('e-3', 5000) });
        phone.quota = Infinity;
        const after = createSnapshot('current');
        after.load();
        after.save(next);
        expect(relaunch()).toEqual(next);
      },
    ),
    { numRuns: 100 },
  );
});
