import { eventNamed } from '../testing/fake-feed-server';
import { changesOf } from './change';
import { acknowledgeEvent, applyUpdates, keepOnly, type KnownEvents, NO_EVENTS } from './known-events';

const findIn =
  (...events: ReturnType<typeof eventNamed>[]) =>
  (id: string) =>
    events.find((event) => event.id === id);

function changesIn({ trackers }: KnownEvents, id: string): unknown {
  const tracker = trackers[id];
  return tracker && changesOf(tracker);
}

test('the first form is kept and marks nothing; the next marks what changed; other events are left out', () => {
  const first = applyUpdates(NO_EVENTS, ['a'], findIn(eventNamed('a', 1), eventNamed('b', 1)));
  expect(Object.keys(first.events)).toEqual(['a']);
  expect(changesIn(first, 'a')).toEqual([]);
  const next = applyUpdates(first, ['a'], findIn(eventNamed('a', 2, { title: 'moved' })));
  expect(next.events.a?.title).toBe('moved');
  expect(changesIn(next, 'a')).toEqual([{ field: 'title', from: 'event a', to: 'moved' }]);
});

test('without news everything stays as it is, and an older form does no harm', () => {
  const known = applyUpdates(NO_EVENTS, ['a'], findIn(eventNamed('a', 2)));
  expect(applyUpdates(known, ['a'], findIn(eventNamed('a', 2)))).toBe(known);
  expect(applyUpdates(known, ['a'], findIn(eventNamed('a', 1, { title: 'old' })))).toBe(known);
  expect(applyUpdates(known, ['a'], findIn())).toBe(known);
  expect(applyUpdates(known, [], findIn(eventNamed('a', 3)))).toBe(known);
});

test('what was looked at has no changes any more; without changes nothing is new', () => {
  const changed = applyUpdates(
    applyUpdates(NO_EVENTS, ['a'], findIn(eventNamed('a', 1))),
    ['a'],
    findIn(eventNamed('a', 2, { title: 'moved' })),
  );
  const seen = acknowledgeEvent(changed, 'a');
  expect(changesIn(seen, 'a')).toEqual([]);
  expect(acknowledgeEvent(seen, 'a')).toBe(seen);
  expect(acknowledgeEvent(seen, 'never')).toBe(seen);
});

test('only those that somebody holds are kept', () => {
  const known = applyUpdates(NO_EVENTS, ['a', 'b'], findIn(eventNamed('a', 1), eventNamed('b', 1)));
  expect(keepOnly(known, new Set(['a', 'b', 'c']))).toBe(known);
  const left = keepOnly(known, new Set(['b']));
  expect([Object.keys(left.events), Object.keys(left.trackers)]).toEqual([['b'], ['b']]);
});
