import { plainCode, plainLine, plainMobile, plainName } from './plain-text';

test.each([
  ['spaces at the ends and within', '  质量   月\t小组 ', '质量 月 小组'],
  ['full-width digits and letters', '第１２组ＱＣ', '第12组QC'],
  ['full-width space', '质量　月', '质量 月'],
  ['brackets of a company’s name stay', '某某（集团）公司', '某某（集团）公司'],
  ['line ends', '一\r\n二', '一 二'],
  ['NUL and other controls', 'a\u0000b\u0007c', 'abc'],
  ['marks of direction', '\u202Eabc\u200F', 'abc'],
  ['half a surrogate pair stays, to be refused', 'a\uD800b', 'a\uD800b'],
  ['a character of private use stays', '王\uE5E5明', '王\uE5E5明'],
  ['a family of four characters and three joiners', '👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
  ['idle joiners', '\u200d质\u200c量\u200d', '质量'],
  ['a rare character', '𠮷野', '𠮷野'],
])('a line: %s', (_, typed, plain) => {
  expect(plainLine(typed)).toBe(plain);
});

test.each([
  ['达瓦•次仁', '达瓦·次仁'],
  ['达瓦 ・ 次仁', '达瓦·次仁'],
  ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
  ['John  Smith', 'John Smith'],
])('the name %s', (typed, plain) => {
  expect(plainName(typed)).toBe(plain);
});

test.each([
  ['138 0013 8000', '13800138000'],
  ['+86 138-0013-8000', '13800138000'],
  ['008613800138000', '13800138000'],
  ['8613800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['＋８６１３８００１３８０００', '13800138000'],
  ['8613', '8613'],
  ['手机 138', '138'],
])('the mobile %s', (typed, plain) => {
  expect(plainMobile(typed)).toBe(plain);
});

test('a code is upper case without gaps', () => {
  expect(plainCode(' 91350100 m000-100y43')).toBe('91350100M000100Y43');
});
