import * as fc from 'fast-check';
import { fieldText } from './pasted';

const CODE = '91350100M000100Y43';

test.each([
  ['credit-code', `统一社会信用代码：${CODE}`, CODE],
  ['credit-code', `拉萨某某有限公司 税号 ${CODE}`, CODE],
  ['credit-code', '信用代码：９１３５０１００Ｍ０００１００Ｙ４３', CODE],
  ['credit-code', '统一社会信用代码：91350100 M000100Y 43', CODE],
  ['credit-code', CODE.toLowerCase(), CODE.toLowerCase()],
  ['credit-code', `${CODE} 91350100M000100Y44`, `${CODE} 91350100M000100Y44`],
  ['mobile', '手机：138 0013 8000', '13800138000'],
  ['mobile', '+86 138-0013-8000（王）', '13800138000'],
  ['mobile', '13800138000 13900139000', '13800138000 13900139000'],
  ['mobile', '138001380001', '138001380001'],
  ['mobile', '11010119900307771X', '11010119900307771X'],
  ['name', '姓名：张三', '张三'],
  ['name', '联系人：张三', '张三'],
  ['name', '张三', '张三'],
  ['line', '单位名称：拉萨某某有限公司', '拉萨某某有限公司'],
  ['line', '降低破损率：以青稞饼为例', '降低破损率：以青稞饼为例'],
] as const)('%s, %s → %s', (input, text, value) => {
  expect(fieldText(input, text)).toBe(value);
});

test('what was made of a text stays as it is', () => {
  const input = fc.constantFrom('credit-code', 'mobile', 'name', 'line');
  const word = fc.constantFrom('姓名：', CODE, '13800138000', ' ', '张三', '9');
  fc.assert(
    fc.property(input, fc.array(word, { maxLength: 5 }), (kind, words) => {
      const once = fieldText(kind, words.join(''));
      return kind === 'name' || kind === 'line' || fieldText(kind, once) === once;
    }),
  );
});
