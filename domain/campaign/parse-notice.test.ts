import * as fc from 'fast-check';
import { parseNotice } from './parse-notice';
import { proofRead } from './proof-read';

const NOTICE = `各市：
一、活动主题
加强全面质量管理
二、活动内容
（一）开展开放日。组织开放，
方便群众。
(二) 开展培训。办班。
三、工作要求
务实节俭。`;

test('paragraphs are numbered as the notice does, lines that a page tore are joined to them', () => {
  expect(parseNotice(NOTICE)).toEqual([
    { no: '一', part: '活动主题', title: '活动主题\n加强全面质量管理', text: '活动主题\n加强全面质量管理' },
    {
      ...{ no: '二(一)', part: '活动内容', title: '开展开放日' },
      text: '开展开放日。组织开放，\n方便群众。',
    },
    { no: '二(二)', part: '活动内容', title: '开展培训', text: '开展培训。办班。' },
    { no: '三', part: '工作要求', title: '工作要求\n务实节俭', text: '工作要求\n务实节俭。' },
  ]);
});

test.each([
  ['the same', '加强全面质量管理', []],
  ['across a break', '组织开放，方便群众。', []],
  ['one character off', '加强全面质理管理', [{ at: 5, notice: '量管理二、活动内容（一）' }]],
  ['nowhere', '甲乙', [{ at: 0, notice: '' }]],
  ['nothing', ' ', [{ at: 0, notice: '' }]],
])('proof-reading: %s', (_, text, differences) => {
  expect(proofRead([{ path: 'p', text }], [NOTICE])).toMatchObject(differences);
});

test('every piece of the notice passes, and a piece with a strange character does not', () => {
  const plain = NOTICE.replace(/\s/gu, '');
  fc.assert(
    fc.property(fc.nat(plain.length - 1), fc.integer({ min: 1, max: 30 }), (from, length) => {
      const text = plain.slice(from, from + length);
      expect(proofRead([{ path: 'p', text }], [NOTICE])).toEqual([]);
      expect(proofRead([{ path: 'p', text: `${text}錯` }], [NOTICE])[0]?.at).toBeGreaterThanOrEqual(text.length);
    }),
    { seed: 15 },
  );
});
