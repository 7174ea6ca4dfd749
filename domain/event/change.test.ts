import * as fc from 'fast-check';
import * as v from 'valibot';
import { applyHeard, applySeen, changesBetween, ChangeSchema, changesOf, factsOf, type Watch } from './change';
import type { QualityEvent } from './event';
import { eventNamed } from '../testing/fake-feed-server';

const VENUE = { name: '啤酒厂', address: '色拉路36号', latitude: 29, longitude: 91 };
const at = (rev: number, part: Partial<QualityEvent> = {}): QualityEvent => eventNamed('e', rev, part);
const hear = (...events: readonly QualityEvent[]): Watch =>
  events.slice(1).reduce<Watch>((watch, event) => applyHeard(watch, event), applyHeard(undefined, events[0] ?? at(0)));

test('a first load marks nothing', () => {
  expect(changesOf(hear(at(1)))).toEqual([]);
});

test.each([
  ['title', { title: '新名称' }, { from: 'event e', to: '新名称' }],
  ['venue', { venue: VENUE }, { from: null, to: { name: '啤酒厂', address: '色拉路36号' } }],
  [
    'time',
    { endsAt: '2026-09-18T17:00:00+08:00' },
    {
      from: { startsAt: '2026-09-18T14:00:00+08:00', endsAt: '2026-09-18T16:00:00+08:00' },
      to: { startsAt: '2026-09-18T14:00:00+08:00', endsAt: '2026-09-18T17:00:00+08:00' },
    },
  ],
  [
    'status',
    { status: 'cancelled', cancelReason: '大雪' },
    { from: { status: 'scheduled' }, to: { status: 'cancelled', reason: '大雪' } },
  ],
] as const)('the %s is told old → new, and fits the wire', (field, part, { from, to }) => {
  const changes = changesOf(hear(at(1), at(2, part)));
  expect(changes).toEqual([{ field, from, to }]);
  expect(v.parse(v.array(ChangeSchema), changes)).toEqual(changes);
});

test('A → B → C shows A → C', () => {
  expect(changesOf(hear(at(1, { title: 'A' }), at(2, { title: 'B' }), at(3, { title: 'C' })))).toEqual([
    { field: 'title', from: 'A', to: 'C' },
  ]);
});

test('back at A nothing is left to tell', () => {
  expect(changesOf(hear(at(1, { title: 'A' }), at(2, { title: 'B' }), at(3, { title: 'A' })))).toEqual([]);
});

test('an unrelated change does not erase what was not seen', () => {
  expect(changesOf(hear(at(1), at(2, { title: 'B' }), at(3, { title: 'B', summary: 'more' })))).toHaveLength(1);
});

test('an older copy says nothing', () => {
  expect(changesOf(hear(at(1), at(5, { title: 'C' }), at(3, { title: 'B' })))).toMatchObject([{ to: 'C' }]);
});

test('once seen, only what comes after is told', () => {
  const seen = applySeen(hear(at(1), at(2, { title: 'B' })));
  expect(changesOf(seen)).toEqual([]);
  expect(changesOf(applyHeard(seen, at(3, { title: 'C' })))).toEqual([{ field: 'title', from: 'B', to: 'C' }]);
});

test('a venue that only moved on the map has not changed', () => {
  expect(changesOf(hear(at(1, { venue: VENUE }), at(2, { venue: { ...VENUE, latitude: 30 } })))).toEqual([]);
});

test('however often it is heard and in whatever pieces, what is told leads from what was seen to what is', () => {
  const part = fc.record(
    {
      title: fc.constantFrom('A', 'B', 'C'),
      venue: fc.constantFrom(null, VENUE),
      endsAt: fc.constantFrom('2026-09-18T16:00:00+08:00', '2026-09-18T17:00:00+08:00'),
      summary: fc.constantFrom('x', 'y'),
    },
    { requiredKeys: [] },
  );
  const step = fc.record({ part, look: fc.boolean(), late: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1 }), (steps) => {
      let watch = applyHeard(undefined, at(0));
      let seen = at(0);
      let latest = at(0);
      steps.forEach(({ part: change, look, late }, index) => {
        const before = latest;
        latest = { ...latest, ...change, rev: index + 1 };
        watch = applyHeard(watch, latest);
        if (late) watch = applyHeard(watch, before);
        if (look) {
          watch = applySeen(watch);
          seen = latest;
        }
      });
      expect(changesOf(watch)).toEqual(changesBetween(factsOf(seen), factsOf(latest)));
    }),
  );
});
