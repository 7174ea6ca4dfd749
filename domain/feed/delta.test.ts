import * as fc from 'fast-check';
import { applyDelta, EMPTY_REPLICA, nextCursor, type SyncState } from './delta';
import type { FeedPage } from './feed';
import { campaignNamed, eventNamed, FakeFeedServer } from '../testing/fake-feed-server';

const EMPTY: SyncState = { visible: EMPTY_REPLICA, staging: null };

function page(part: Partial<FeedPage>): FeedPage {
  return {
    cursor: 'c1',
    reset: false,
    first: false,
    more: false,
    campaign: null,
    programme: null,
    events: [],
    removed: [],
    ...part,
  };
}

const full = (part: Partial<FeedPage>): FeedPage => page({ reset: true, ...part });
const ids = (state: SyncState): string[] => [...state.visible.events.keys()].sort();

/** A phone that holds events a and b at cursor c1. */
const HELD = applyDelta(
  EMPTY,
  full({ campaign: campaignNamed('2026'), events: [eventNamed('a', 1), eventNamed('b', 2)] }),
);

describe('a delta page', () => {
  test('changes the visible copy at once, cursor included, though more follows', () => {
    const next = applyDelta(HELD, page({ cursor: 'c2', more: true, events: [eventNamed('c', 3)], removed: ['a'] }));
    expect(ids(next)).toEqual(['b', 'c']);
    expect(next.visible.cursor).toBe('c2');
    expect(next.staging).toBeNull();
  });

  test('that is late never overwrites a higher rev', () => {
    const newer = applyDelta(HELD, page({ events: [eventNamed('a', 9)] }));
    const next = applyDelta(newer, page({ events: [eventNamed('a', 5)] }));
    expect(next.visible.events.get('a')?.rev).toBe(9);
  });

  test('that says nothing new keeps every identity but the cursor', () => {
    const next = applyDelta(HELD, page({ cursor: 'c2', events: [eventNamed('a', 1)], removed: ['never-seen'] }));
    expect(next.visible.events).toBe(HELD.visible.events);
    expect(next.visible.campaign).toBe(HELD.visible.campaign);
    expect(next.visible.programme).toBe(HELD.visible.programme);
    expect(next.visible.cursor).toBe('c2');
  });

  test('leaves the state that it was given alone', () => {
    applyDelta(HELD, page({ events: [eventNamed('c', 3)], removed: ['a'] }));
    expect(ids(HELD)).toEqual(['a', 'b']);
  });

  test('keeps the identity of the events that it does not name', () => {
    const next = applyDelta(HELD, page({ events: [eventNamed('a', 3)] }));
    expect(next.visible.events.get('b')).toBe(HELD.visible.events.get('b'));
  });

  test('removes and then publishes where one id is in both lists', () => {
    const next = applyDelta(HELD, page({ events: [eventNamed('a', 7)], removed: ['a'] }));
    expect(next.visible.events.get('a')?.rev).toBe(7);
  });

  test('brings a changed campaign without its events', () => {
    const next = applyDelta(HELD, page({ campaign: campaignNamed('2026', 'another theme') }));
    expect(next.visible.campaign?.theme).toBe('another theme');
    expect(ids(next)).toEqual(['a', 'b']);
  });
});

describe('a full copy', () => {
  const first = applyDelta(
    HELD,
    full({ cursor: 'f1', first: true, more: true, campaign: campaignNamed('2027'), events: [eventNamed('x', 1)] }),
  );

  test('is gathered apart: the old copy stays until the last page', () => {
    expect(first.visible).toBe(HELD.visible);
    expect(nextCursor(first)).toBe('f1');
  });

  test('replaces the old copy whole with its last page, lower revs and all', () => {
    const next = applyDelta(first, full({ cursor: 'f2', events: [eventNamed('y', 1)] }));
    expect(ids(next)).toEqual(['x', 'y']);
    expect(next.visible.campaign?.id).toBe('2027');
    expect(nextCursor(next)).toBe('f2');
    expect(next.staging).toBeNull();
  });

  test('that starts over midway forgets what was gathered', () => {
    const again = applyDelta(
      first,
      full({ cursor: 'g1', first: true, more: true, campaign: campaignNamed('2027'), events: [eventNamed('z', 1)] }),
    );
    const next = applyDelta(again, full({ cursor: 'g2' }));
    expect(ids(next)).toEqual(['z']);
  });

  test('that is interrupted leaves the old copy and the old cursor', () => {
    const interrupted = { ...first, staging: null };
    expect(nextCursor(interrupted)).toBe('c1');
    expect(ids(interrupted)).toEqual(['a', 'b']);
  });

  test('takes an ordinary page, asked for with its cursor, into itself', () => {
    const nearly = applyDelta(first, page({ cursor: 'f2', more: true, removed: ['x'] }));
    expect(nearly.visible).toBe(HELD.visible);
    const next = applyDelta(nearly, page({ cursor: 'f3', events: [eventNamed('y', 3)] }));
    expect(ids(next)).toEqual(['y']);
  });

  test('of one page replaces at once', () => {
    const next = applyDelta(HELD, full({ cursor: 'f1', campaign: campaignNamed('2027') }));
    expect(ids(next)).toEqual([]);
    expect(next.visible.campaign?.id).toBe('2027');
  });
});

type Step =
  | { readonly do: 'publish' | 'cancel' | 'remove' | 'move'; readonly id: string }
  | { readonly do: 'campaign' | 'backup' | 'restore' | 'interrupt' | 'pull' | 'pull-all' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('publish' as const), id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'remove' as const, 'move' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    }),
  },
  { weight: 7, arbitrary: fc.constant({ do: 'pull' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'campaign' as const,
        'backup' as const,
        'restore' as const,
        'interrupt' as const,
        'pull-all' as const,
      ),
    }),
  },
);

/** The phone asks for pages until there are no more. */
function pullAll(server: FakeFeedServer, from: SyncState, size: number): SyncState {
  let state = from;
  for (;;) {
    const answer = server.feed(nextCursor(state), size);
    state = applyDelta(state, answer);
    if (!answer.more) return state;
  }
}

test('any history, pages of any size, interrupted anywhere: it ends equal to a full fetch', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: 'max' }), fc.integer({ min: 1, max: 4 }), (steps, size) => {
      const server = new FakeFeedServer();
      let phone = EMPTY;
      for (const next of steps) {
        switch (next.do) {
          case 'pull': {
            const before = phone;
            const answer = server.feed(nextCursor(phone), size);
            phone = applyDelta(phone, answer);
            if (answer.reset && answer.more) expect(phone.visible).toBe(before.visible);
            break;
          }
          case 'pull-all':
            phone = pullAll(server, phone, size);
            break;
          case 'interrupt':
            phone = { visible: phone.visible, staging: null };
            break;
          case 'publish':
          case 'cancel':
          case 'remove':
          case 'move':
            server.change(next.do, next.id);
            break;
          case 'campaign':
          case 'backup':
          case 'restore':
            server[next.do]();
        }
      }
      phone = pullAll(server, phone, size);
      expect(phone.staging).toBeNull();
      const fetched = pullAll(server, EMPTY, 1000).visible;
      expect({ ...phone.visible, cursor: '' }).toEqual({ ...fetched, cursor: '' });
      expect(phone.visible.events).toEqual(server.truth());
    }),
    { numRuns: 1000 },
  );
});
