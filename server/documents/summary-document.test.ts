import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { canonicalJson, type Json } from '../../domain/summary/snapshot';
import { sampleFile } from '../testing/sample-summary-file';
import { summaryDocument } from './summary-document';
import { summaryWorkbook } from './summary-workbook';
import type { SummaryFile } from './summary-file';

const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
);
const SLOW_MS = 180_000;

let folder: string;
let file: SummaryFile;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'summary-'));
  file = sampleFile();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};
const recompute = (path: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, '../testing/recompute-hash.mjs'), path], { encoding: 'utf8' }),
  );

test('the sample is frozen as the server freezes', () => {
  expect(canonicalJson(JSON.parse(file.text) as Json)).toBe(file.text);
  expect(createHash('sha256').update(file.text).digest('hex')).toBe(file.hash);
});

test('the hash below each page of the document and of the workbook is recomputed from either file', async () => {
  for (const [name, bytes] of [
    ['summary.docx', await summaryDocument(file)],
    ['summary.xlsx', summaryWorkbook(file)],
  ] as const) {
    expect(recompute(await write(name, bytes))).toEqual({ recomputed: file.hash, printed: [file.hash] });
  }
});

test('the document says what was handed in, in the order of an official paper, as mammoth reads it', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await summaryDocument(file)) });
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  const inOrder = [
    '拉萨市市场监督管理局关于2025年“质量月”活动情况的总结',
    '西藏自治区市场监督管理局：',
    '一、总体情况',
    '二、主要做法',
    '三、活动成效',
    '四、其他工作数据',
    '五、典型案例',
    '（一）检验检测开放日走进校园',
    '六、汇总的所属单位总结',
    '拉萨市市场监督管理局',
    '2025年10月9日',
  ];
  const places = inOrder.map((line) => lines.indexOf(line));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(value).toContain('到场180人次（其中2场未核验）');
  expect(value).toContain('手填');
  // What was left empty is not said, and is no 0.
  expect(value).not.toMatch(/存在问题|媒体报道/);
});

test('pictures of a case are in it, upright and numbered', async () => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await summaryDocument(file)) });
  expect(value.match(/<img /g)).toHaveLength(1);
  expect(value).toContain('图1');
});

/** What it was opened with stands in the name. */
const READERS = OFFICE === undefined ? 'mammoth alone, as there is no LibreOffice here' : 'LibreOffice too';

test(
  `both files are opened by ${READERS}`,
  async () => {
    const paths = [
      await write('opened.docx', await summaryDocument(file)),
      await write('opened.xlsx', summaryWorkbook(file)),
    ];
    if (OFFICE === undefined) {
      const read = await mammoth.extractRawText({ path: paths[0] ?? '' });
      expect(read.messages.filter(({ type }) => type === 'error')).toEqual([]);
      return;
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const made = spawnSync(OFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...paths]);
    expect(made.status).toBe(0);
    for (const name of ['opened.pdf'])
      expect((await readFile(join(folder, name))).subarray(0, 5).toString()).toBe('%PDF-');
  },
  SLOW_MS,
);
