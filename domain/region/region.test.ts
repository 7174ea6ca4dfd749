import * as fc from 'fast-check';
import * as v from 'valibot';
import { covers, levelOf, NATION, RegionCodeSchema, sees, visibleRanges } from './region';

test.each([
  ['100000', 'nation'],
  ['540000', 'province'],
  ['540100', 'city'],
  ['542500', 'city'],
  ['540102', 'county'],
])('%s is a %s', (code, level) => {
  expect(levelOf(code)).toBe(level);
});

test.each([
  ['the nation covers everything', '100000', '540102', true],
  ['a province covers itself', '540000', '540000', true],
  ['a province covers its counties', '540000', '540102', true],
  ['a province does not cover another', '540000', '110101', false],
  ['a province does not cover the nation', '540000', '100000', false],
  ['a city covers its counties', '540100', '540102', true],
  ['a city does not cover the next', '540100', '540200', false],
  ['a county covers itself alone', '540102', '540103', false],
  ['a county does not cover its city', '540102', '540100', false],
])('%s', (_, scope, code, expected) => {
  expect(covers(scope, code)).toBe(expected);
});

test.each([
  ['national events', '540102', NATION, true],
  ['its own', '540102', '540102', true],
  ['its descendants', '540000', '540102', true],
  ['not its province', '540102', '540000', false],
  ['not its neighbour', '540102', '540103', false],
  ['national events, chosen as the whole country', NATION, NATION, true],
  ['not every province’s, chosen as the whole country', NATION, '540102', false],
])('a region sees %s', (_, scope, code, expected) => {
  expect(sees(scope, code)).toBe(expected);
});

test.each([
  ['540102', ['100000–100000', '540102–540102']],
  ['540100', ['100000–100000', '540100–540199']],
  ['540000', ['100000–100000', '540000–549999']],
  [NATION, ['100000–100000', '100000–100000']],
])('%s sees the codes %j', (scope, ranges) => {
  expect(visibleRanges(scope).map(({ from, to }) => `${from}–${to}`)).toEqual(ranges);
});

test('covering is transitive', () => {
  const code = fc.constantFrom('100000', '540000', '540100', '540102', '540200', '540221', '110000', '110101');
  fc.assert(
    fc.property(code, code, code, (one, two, three) => {
      fc.pre(covers(one, two) && covers(two, three));
      expect(covers(one, three)).toBe(true);
    }),
  );
});

test.each(['54010', '5401020', '040102', '54010a', ' 540102', ''])('%p is no code', (text) => {
  expect(v.is(RegionCodeSchema, text)).toBe(false);
});
