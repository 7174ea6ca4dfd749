import { parseLinkId } from './link-id';

const TAILS = [
  '',
  '。',
  '，点击查看',
  ' ',
  '#wechat_redirect',
  '#',
  '）',
  '"',
  '、',
  '　',
  '\u200b',
  '&amp;from=x',
  '/',
];

test.each(TAILS)('an id with %j behind it', (tail) => {
  expect(parseLinkId(`open-day_2026${tail}`)).toBe('open-day_2026');
});

test('blanks before it are no part of it', () => {
  expect(parseLinkId(' open-day')).toBe('open-day');
});

test.each(['', '。', ' ', '#', '-x', '活动'])('%j has no id', (text) => {
  expect(parseLinkId(text)).toBeUndefined();
});
