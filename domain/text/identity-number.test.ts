import { stripIdentity } from './identity-number';

const FOUND: [name: string, text: string, rest: string][] = [
  ['18 digits', '我叫张三，110101199003072316，住在城关区', '我叫张三，，住在城关区'],
  ['with an X', '54010219900307231X', ''],
  ['with a small x', '54010219900307231x', ''],
  ['with a wrong check digit', '110101199003072319', ''],
  ['in groups', '号码 110101 19900307 2316。', '号码 。'],
  ['with dashes', '110101-19900307-2316', ''],
  ['full width', '１１０１０１１９９００３０７２３１６', ''],
  ['full width, introduced', '身份证号：１１０１０１１９９００３０７２３１Ｘ', '身份证号：'],
  ['full-width spaces and dashes', '１１０１０１　１９９００３０７－２３１６', ''],
  ['15 digits', '旧的：540102900307231', '旧的：'],
  ['a passport, introduced', '护照号：E12345678，谢谢', '护照号：，谢谢'],
  ['a document, introduced', '证件号码是 H12345678', '证件号码是 '],
  ['two of them', '110101199003072316和110101199003072324', '和'],
];

test.each(FOUND)('%s is taken out', (_, text, rest) => {
  expect(stripIdentity(text)).toEqual({ text: rest, found: true });
});

test.each([
  ['a mobile', '13800138000'],
  ['a telephone', '0891-6324567'],
  ['an order number of 18 digits', '订单 202611231234567890'],
  ['an order number of 19 digits', '1101011990030723161'],
  ['no province begins so', '990101199003072316'],
  ['no such month', '110101199013072316'],
  ['a sum and a date', '2026年11月3日，1280.50元'],
  ['a credit code', '91110101MA01C8Y27X'],
  ['the word alone', '请带身份证和小票'],
])('%s stays', (_, text) => {
  expect(stripIdentity(text)).toEqual({ text, found: false });
});

test('typed digit by digit, nothing of a long number is left', () => {
  let field = '我是';
  for (const digit of '110101200501012316') {
    field = stripIdentity(field + digit, { typing: true }).text;
  }
  expect(field).toBe('我是');
});

test('a short number is taken out once its end is known', () => {
  expect(stripIdentity('540102900307231', { typing: true }).found).toBe(false);
  expect(stripIdentity('540102900307231，', { typing: true })).toEqual({ text: '，', found: true });
});
