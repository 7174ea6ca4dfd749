import { findMobile } from './mobile-number';

test.each([
  ['alone', '13800138000', '13800138000'],
  ['in a sentence', '联系人王主任，电话13800138000。', '13800138000'],
  ['full width', '电话：１３８００１３８０００', '13800138000'],
  ['with spaces', '请致电 138 0013 8000 咨询', '138 0013 8000'],
  ['with dashes', '138-0013-8000', '138-0013-8000'],
  ['with the country', '+86 13800138000', '13800138000'],
  ['with the country, nothing between', '8613800138000', '13800138000'],
  ['after another number', '2026年 13800138000', '13800138000'],
])('finds one %s', (_, text, found) => {
  expect(findMobile(text)).toBe(found);
});

test.each([
  ['the hotline', '拨打12315投诉举报'],
  ['a landline', '0891-6812345'],
  ['a document number', '国市监质发〔2025〕77号'],
  ['a credit code', '91540100MA6T1Q2X3B'],
  ['a long number', '138001380001'],
  ['a short one', '1380013800'],
  ['an impossible one', '12800138000'],
  ['digits inside a longer run', '9013800138000'],
  ['a sum', '1380万元，受益 13800 人次'],
])('leaves %s', (_, text) => {
  expect(findMobile(text)).toBeNull();
});
