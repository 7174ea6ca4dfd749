import { changesOf } from './change';
import { eventNamed } from '../testing/fake-feed-server';
import { applyHeardOf, type Watched } from './watched';

const NONE: Watched = { events: {}, watches: {} };
const hearing =
  (...events: ReturnType<typeof eventNamed>[]) =>
  (id: string) =>
    events.find((event) => event.id === id);

test('the first time is kept and marks nothing; the next marks what changed; others are none of it', () => {
  const first = applyHeardOf(NONE, ['a'], hearing(eventNamed('a', 1), eventNamed('b', 1)));
  expect(Object.keys(first.events)).toEqual(['a']);
  const next = applyHeardOf(first, ['a'], hearing(eventNamed('a', 2, { title: 'moved' })));
  expect(next.events.a?.title).toBe('moved');
  const watch = next.watches.a;
  expect(watch && changesOf(watch)).toEqual([{ field: 'title', from: 'event a', to: 'moved' }]);
});

test('nothing new leaves everything as it is, and an older form does no harm', () => {
  const known = applyHeardOf(NONE, ['a'], hearing(eventNamed('a', 2)));
  expect(applyHeardOf(known, ['a'], hearing(eventNamed('a', 2)))).toBe(known);
  expect(applyHeardOf(known, ['a'], hearing(eventNamed('a', 1, { title: 'old' })))).toBe(known);
  expect(applyHeardOf(known, ['a'], hearing())).toBe(known);
  expect(applyHeardOf(known, [], hearing(eventNamed('a', 3)))).toBe(known);
});
