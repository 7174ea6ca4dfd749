import * as fc from 'fast-check';
import type { Replica } from '../domain/delta';
import type { QualityEvent } from '../domain/event';
import { SCHEMA_VERSION } from '../domain/feed';
import { campaignNamed, eventNamed } from '../domain/feed-double';
import { phone } from '../platform/taro-double';
import { bucketOf } from './buckets';
import { createSnapshot, type Copy } from './snapshot';

const LHASA = { code: '540100', name: '拉萨市' };
const SHIGATSE = { code: '540200', name: '日喀则市' };

function replicaOf(events: readonly QualityEvent[], cursor = 'c1'): Replica {
  const programme = [
    { id: 't001', name: '质量月', documentNo: 'x', paragraph: '一', kind: '开放日', audiences: ['公众'], signUp: true },
  ] as const;
  return {
    cursor,
    campaign: campaignNamed('2026'),
    programme: programme.map((item) => ({ ...item, audiences: [...item.audiences] })),
    events: new Map(events.map((event) => [event.id, event])),
  };
}

const copyOf = (replica: Replica, region = LHASA): Copy => ({ region, replica, syncedAt: 1_789_000_000_000 });
const manyEvents = (count: number): QualityEvent[] =>
  Array.from({ length: count }, (_, index) => eventNamed(`e-${index}`, index + 1));

/** The copy with events changed, added or (`null`) removed, everything else as it was. */
function changed(copy: Copy, cursor: string, part: Readonly<Record<string, QualityEvent | null>>): Copy {
  const events = new Map(copy.replica.events);
  for (const [id, event] of Object.entries(part)) {
    if (event === null) events.delete(id);
    else events.set(id, event);
  }
  return { ...copy, replica: { ...copy.replica, cursor, events } };
}

const MANIFEST = 'replica/current/manifest';
const relaunch = (): Copy | null => createSnapshot('current').load();
const stored = (): readonly string[] => [...phone.storage.keys()];

let warn: jest.SpyInstance;
beforeEach(() => {
  phone.reset();
  warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockRestore();
});

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
