import * as fc from 'fast-check';
import { type Below, changedBelow, rollUp } from './roll-up';
import { EMPTY_SUMMARY } from './summary-body';

const EMPTY = EMPTY_SUMMARY.hand;
const below = (organisation: string, change: Partial<Below> = {}): Below => ({
  organisation,
  name: `${organisation}局`,
  region: '540102',
  hasAccount: true,
  state: 'submitted',
  last: { version: 1, hash: `hash of ${organisation}`, hand: { ...EMPTY, leaflets: 10 } },
  received: null,
  ...change,
});

test('sums what is there, names versions, lists what is missing and why, in code order', () => {
  const rolled = rollUp({ ...EMPTY, leaflets: 5 }, [
    below('z', { region: '542500', state: 'accepted' }),
    below('a', { region: '540200' }),
    below('draft', { state: 'draft' }),
    below('returned', { state: 'returned' }),
    below('new', { state: null, last: null }),
    below('none', { state: null, last: null, hasAccount: false }),
    below('paper', { state: null, last: null, hasAccount: false, received: { on: '2025-10-08', who: '卓玛' } }),
  ]);
  expect(rolled.contains).toEqual([
    { organisation: 'a', name: 'a局', version: 1, hash: 'hash of a', accepted: false },
    { organisation: 'z', name: 'z局', version: 1, hash: 'hash of z', accepted: true },
  ]);
  expect(rolled.missing.map(({ organisation, why }) => [organisation, why])).toEqual([
    ['draft', 'draft'],
    ['new', 'not-begun'],
    ['none', 'no-account'],
    ['returned', 'returned'],
  ]);
  expect(rolled.offline).toEqual([{ organisation: 'paper', name: 'paper局', on: '2025-10-08' }]);
  expect(rolled.hand.leaflets).toEqual({ sum: 25, from: 3 });
  expect(rolled.hand.media).toEqual({ sum: null, from: 0 });
});

test('a number of 0 is a number', () => {
  expect(rollUp({ ...EMPTY, media: 0 }, []).hand.media).toEqual({ sum: 0, from: 1 });
});

test('one that came on paper and was submitted afterwards counts as submitted', () => {
  const rolled = rollUp(EMPTY, [below('a', { received: { on: '2025-10-08', who: '卓玛' } })]);
  expect([rolled.contains.length, rolled.offline.length, rolled.missing.length]).toEqual([1, 0, 0]);
});

test('every organisation below is in exactly one list, however few have submitted', () => {
  const row = fc.record({
    state: fc.constantFrom<Below['state'][]>(null, 'draft', 'submitted', 'accepted', 'returned'),
    hasAccount: fc.boolean(),
    received: fc.option(fc.constant({ on: '2025-10-08', who: '卓玛' })),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const all = rows.map((each, n) =>
        below(`o${n}`, { ...each, last: each.state === null ? null : below('x').last }),
      );
      const { contains, missing, offline } = rollUp(EMPTY, all);
      const listed = [...contains, ...missing, ...offline].map(({ organisation }) => organisation);
      expect([...listed].sort()).toEqual(all.map(({ organisation }) => organisation).sort());
    }),
    { seed: 15 },
  );
});

const contained = { organisation: 'a', name: 'a局', version: 1, hash: 'hash of a' };
const second = { version: 2, hash: 'other', hand: EMPTY };
test.each<readonly [string, Below, readonly object[]]>([
  ['nothing', below('a'), []],
  ['accepted since, the same version', below('a', { state: 'accepted' }), []],
  ['a newer version', below('a', { last: second }), [{ organisation: 'a', contained: 1, now: 2 }]],
  ['withdrawn', below('a', { state: 'draft' }), [{ organisation: 'a', contained: 1, now: null }]],
  ['another organisation came', below('b'), [{ organisation: 'b', contained: null, now: 1 }]],
])('changed below since: %s', (_, row, changed) => {
  expect(changedBelow([contained], [row])).toEqual(changed);
});
