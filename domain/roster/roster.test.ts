import { maskMobile } from './mask';
import { isFound, linesOfSignUp } from './roster';

test.each([
  ['13812345678', '138****5678'],
  ['89112345678', '891****5678'],
  ['1381234567', '****'],
  ['', '****'],
])('%s is shown as %s', (mobile, shown) => {
  expect(maskMobile(mobile)).toBe(shown);
});

const PEOPLE = [
  { name: '王小明', mobile: '13800138000' },
  { name: '达瓦·次仁', mobile: '13900139001' },
];

test.each([
  ['', true],
  ['  ', true],
  ['小明', true],
  ['次仁', true],
  ['8000', true],
  ['9001', true],
  ['k7q2', true],
  ['K7Q2', true],
  ['1380', false],
  ['013800', false],
  ['ABCD', false],
  ['李', false],
])('“%s” finds: %s', (query, found) => {
  expect(isFound(query, PEOPLE, 'ABCDEFK7Q2')).toBe(found);
});

test('a purged form leaves a line without names', () => {
  const facts = { seats: 3, state: '已报名', ticket: null, signedUpAt: 0 };
  expect(linesOfSignUp(null, facts)).toEqual([{ seats: 3, state: '已报名', signedUpAt: 0 }]);
});
