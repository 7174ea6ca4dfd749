/** A summary as a city would hand it in, for tests of its files. */
import { createHash } from 'node:crypto';
import type { Figures } from '../../domain/figures/figures';
import { freeze } from '../../domain/summary/snapshot';
import type { SummaryFile } from '../documents/summary-file';
import { readSnapshot } from '../summaries/snapshot';

const figures = (
  planned: number,
  held: number,
  signUps: number,
  attended: number | null,
  unchecked: number,
): Figures => ({
  ...{ planned, held, cancelled: planned - held, signUps, attended, unchecked, waiting: 6, enterprises: 18 },
  attendedBy: attended === null ? null : { scanned: attended - 30, manual: 10, walkIn: 20, paper: 0 },
});

const PARAGRAPHS = [
  { key: '藏质标办〔2025〕1号 四(一)', name: '四(一) 深入开展质量主题宣传活动', ...figures(6, 6, 0, null, 6) },
  { key: '藏质标办〔2025〕1号 三(六)', name: '三(六) 促进社会质量共治', ...figures(9, 8, 236, 180, 2) },
];
const PICTURE = '00000000-0000-8000-8000-000000000001';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export function sampleFile(): SummaryFile {
  const paragraph = PARAGRAPHS[1]?.key ?? '';
  const { text, hash } = freeze(
    {
      ...{ campaign: '2025', organisation: { id: 'lhasa', name: '拉萨市市场监督管理局', region: '540100' } },
      ...{ version: 2, submittedAt: '2025-10-09T18:20:00+08:00', late: false },
      figures: { total: figures(15, 14, 236, 180, 2), paragraphs: PARAGRAPHS },
      body: {
        texts: {
          measures: '加强组织领导，制定活动方案，明确责任分工。\n走进社区、企业、学校，面对面讲质量、讲标准、讲维权。',
          results: '检验检测机构开放日共接待群众和学生参观，免费检定民用计量器具，群众质量意识进一步增强。',
          ...{ problems: '', next: '' },
        },
        hand: {
          ...{ memberUnits: 12, leaflets: 3000, consultations: 460, boards: 26 },
          ...{ tests: 85, messages: null, media: null, complaints: 7 },
        },
        cases: [
          {
            ...{ title: '检验检测开放日走进校园', paragraph, events: ['lab-1'], visibility: 'public' },
            ...{ body: '组织三所学校的学生参观食品实验室，现场演示快速检测。', pictures: [PICTURE] },
          },
        ],
      },
      contains: [{ organisation: 'county', name: '城关区市场监督管理局', version: 1, hash: 'c'.repeat(64) }],
    },
    (whole) => createHash('sha256').update(whole, 'utf8').digest('hex'),
  );
  return {
    ...{ snapshot: readSnapshot(text), text, hash, year: 2025, superior: '西藏自治区市场监督管理局' },
    document: { title: '关于开展2025年全区“质量月”活动的通知', documentNo: '藏质标办〔2025〕1号' },
    events: { 'lab-1': '检验检测机构开放日' },
    pictures: {
      [PICTURE]: { type: 'image/png', width: 320, height: 200, turned: 1, bytes: Buffer.from(PIXEL, 'base64') },
    },
    paragraphs: Object.fromEntries(PARAGRAPHS.map(({ key, name }) => [key, name])),
  };
}
