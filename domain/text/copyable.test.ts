import { copyablesOf } from './copyable';

test.each<[string, string, readonly (readonly [string, string])[]]>([
  ['nothing', '自愿参加，电话 0891-6321234，共 40 个名额。', []],
  ['a meeting in groups', '腾讯会议号：123-456-789。', [['meeting', '123-456-789']]],
  [
    'a meeting in one',
    '会议号 1234567890，会议密码：2026',
    [
      ['meeting', '1234567890'],
      ['code', '2026'],
    ],
  ],
  [
    'a link with a Chinese tail',
    '直播：https://live.example.cn/a?b=1。请准时',
    [['link', 'https://live.example.cn/a?b=1']],
  ],
  ['a link at the end of an English sentence', 'See https://example.cn/x.', [['link', 'https://example.cn/x']]],
  ['the same twice', 'https://a.cn/ 和 https://a.cn/', [['link', 'https://a.cn/']]],
  ['too many digits for a meeting', '会议号 123456789012', []],
])('%s', (_, text, found) => {
  expect(copyablesOf(text).map((each) => [each.kind, each.text])).toEqual(found);
});
