import fc from 'fast-check';
import { contentOf } from '../testing/fake-data';
import { type Body, differingPaths, findConflicts, firstChoices, settle, valueAt, valueText } from './event-diff';
import { bodyOf, formOf } from './event-form';

const SEED = 20260910;
const body: Body = bodyOf(formOf(contentOf('开放日', 8)));

test.each([
  ['nothing', {}, []],
  ['a text', { title: '另一场' }, ['title']],
  ['a field inside', { venue: { ...(body.venue as Body), name: '别处' } }, ['venue.name']],
  ['a place that is gone', { venue: null }, ['venue']],
  ['a list', { audiences: ['企业'] }, ['audiences']],
  ['an empty line for none', { meetAt: '' }, []],
  ['an optional line', { meetAt: '大厅' }, ['meetAt']],
])('differing paths: %s', (_, change, paths) => {
  expect(differingPaths(body, { ...body, ...change })).toEqual(paths);
});

/** Versions of one event, each with some fields of its own. */
const version = fc.record({
  title: fc.constantFrom('甲', '乙', '丙'),
  meetAt: fc.constantFrom(undefined, '大厅', '门口'),
  signUp: fc.option(fc.record({ capacity: fc.integer({ min: 1, max: 3 }), form: fc.constantFrom('visit', 'qc') })),
});

test('all theirs gives theirs, all mine gives mine, and no field is asked about that does not differ', () => {
  fc.assert(
    fc.property(version, version, version, (base, mine, theirs) => {
      const fields = findConflicts(base, mine, theirs);
      const all = (side: 'mine' | 'theirs'): Record<string, 'mine' | 'theirs'> =>
        Object.fromEntries(fields.map(({ field }) => [field, side]));
      expect(differingPaths(settle(mine, fields, all('theirs')), theirs)).toEqual([]);
      expect(settle(mine, fields, all('mine'))).toEqual(mine);
      for (const { field } of fields) expect(valueAt(mine, field)).not.toEqual(valueAt(theirs, field));
    }),
    { seed: SEED },
  );
});

test('a field that both changed has no choice made for it; one that only one changed is theirs who changed it', () => {
  const fields = findConflicts({ a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 2 }, { a: 3, b: 2, c: 1 });
  expect(firstChoices(fields)).toEqual({ b: 'theirs', c: 'mine' });
});

test.each([
  [null, '（空）'],
  ['', '（空）'],
  [true, '是'],
  [60, '60'],
  ['2026-09-18T14:00:00+08:00', '2026年9月18日 周五 14:00'],
  ['visit', '参观体验'],
  [['公众', '企业'], '公众、企业'],
  [{ name: '检测中心', address: '金珠西路' }, '检测中心，金珠西路'],
])('%j reads %s', (value, text) => {
  jest.spyOn(Date, 'now').mockReturnValue(0);
  expect(valueText(value)).toBe(text);
});
