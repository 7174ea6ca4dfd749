import { ABOUT_MONEY, ASKING } from '../testing/about-money';
import money from '../testing/cases/money.json';
import { findFeeWord } from './fee';
import { findFeeWarning } from './fee-warning';

const MAY_ASK = [...money.warned, '午餐自理', '现场有特产展销', '请自行选购护具', '欢迎捐款', '材料 20/人'];

test.each(ABOUT_MONEY)('about money: %s', (text) => {
  expect([findFeeWord(text), findFeeWarning(text)]).toEqual([null, null]);
});

test.each(ASKING)('asks for money: %s', (text) => {
  expect(findFeeWord(text)).not.toBeNull();
});

test.each(MAY_ASK)('may ask for money: %s', (text) => {
  expect(findFeeWord(text)).toBeNull();
  expect(findFeeWarning(text)).not.toBeNull();
});

test.each(['如何选购放心食品', '教您现场怎样选购牛羊肉', '购买食品请看标签', '消费者购买时的权利', '自备水杯', ''])(
  'advice warns nobody: %s',
  (text) => {
    expect(findFeeWarning(text)).toBeNull();
  },
);
