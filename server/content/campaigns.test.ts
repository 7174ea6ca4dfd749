import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { CampaignSchema, ProgrammeItemSchema } from '../../domain/campaign/campaign';
import { findFeeWord } from '../../domain/text/fee';
import { officialCampaigns } from './campaigns';

const sha256 = (parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex');

const [official] = officialCampaigns();
if (!official) throw new Error('no official campaign');
const { campaign, programme } = official;
const [national, tibet] = campaign.documents;
if (!national || !tibet) throw new Error('a document is missing');

describe('the official campaign of 2025', () => {
  test('is the only one, and archived', () => {
    expect(officialCampaigns().map((each) => each.campaign.id)).toEqual(['2025']);
    expect(campaign).toMatchObject({
      year: 2025,
      state: 'archived',
      period: { from: '2025-09-01', to: '2025-09-30' },
    });
    expect(campaign.sample).toBeUndefined();
    expect(campaign.textsFrom).toBeUndefined();
  });

  test('fits the schemas without losing a field', () => {
    expect(v.parse(CampaignSchema, campaign)).toEqual(campaign);
    expect(v.parse(v.array(ProgrammeItemSchema), programme)).toEqual(programme);
    const raw: unknown = JSON.parse(readFileSync(join(__dirname, '2025/programme.json'), 'utf8'));
    expect(programme).toEqual(raw);
    const items = v.parse(v.array(v.unknown()), raw).map((item) => JSON.stringify(item));
    expect(sha256(items)).toBe('fb6e54fff75964a2ba1a1cda514b7a66004fab5138826ab842e21f0a57e9b50a');
  });

  test('theme and slogans stand to the character', () => {
    expect(campaign.theme).toBe('加强全面质量管理 促进质量强国建设');
    expect(campaign.slogans).toHaveLength(10);
    expect(sha256([campaign.theme, ...campaign.slogans])).toBe(
      'd77464e45f9ecbb613d1d56c1fd6e2ee5689422455aecdebf5666b9104a78d69',
    );
  });

  test('157 items: 59 of the national notice, 98 of the Tibet plan', () => {
    expect(programme).toHaveLength(157);
    expect(new Set(programme.map(({ id }) => id)).size).toBe(157);
    expect(programme.filter(({ documentNo }) => documentNo === national.documentNo)).toHaveLength(59);
    expect(programme.filter(({ documentNo }) => documentNo === tibet.documentNo)).toHaveLength(98);
    expect(sha256(programme.map(({ id, name }) => `${id} ${name}`))).toBe(
      'a522a1eb8b90d934071500b85a9632108743fbba5bde3072ce55616d5489a56e',
    );
  });

  test('every equivalent leads from the Tibet plan to the national notice', () => {
    const nationalIds = programme.filter(({ id }) => id.startsWith('n')).map(({ id }) => id);
    const linked = programme.filter(({ sameAs }) => sameAs !== undefined);
    expect(linked.length).toBeGreaterThan(40);
    for (const item of linked) {
      expect(item.id).toMatch(/^t\d{3}$/);
      expect(nationalIds).toContain(item.sameAs);
    }
  });

  test('every paragraph that an item names is in its document', () => {
    const known = new Set(
      campaign.documents.flatMap((doc) => doc.paragraphs.map(({ no }) => `${doc.documentNo} ${no}`)),
    );
    const named = programme.flatMap(({ documentNo, paragraph }) =>
      paragraph.split('；').map((no) => `${documentNo} ${no}`),
    );
    expect(named.filter((each) => !known.has(each))).toEqual([]);
  });

  test('paragraphs are numbered, headed and worded as in the notices', () => {
    const six = ['三(一)', '三(二)', '三(三)', '三(四)', '三(五)', '三(六)'];
    expect(national.paragraphs.map(({ no }) => no)).toEqual([...six, '四']);
    expect(tibet.paragraphs.map(({ no }) => no)).toEqual([
      ...six,
      ...['四(一)', '四(二)', '四(三)', '四(四)', '四(五)'],
      '五',
    ]);
    expect(tibet.paragraphs.map(({ part }) => part)).toEqual([
      ...six.map(() => '活动内容'),
      ...Array.from({ length: 5 }, () => '重点安排'),
      '工作要求',
    ]);
    for (const { no, part, title, text } of [...national.paragraphs, ...tibet.paragraphs]) {
      if (no.includes('(')) expect(text.startsWith(`${title}。`)).toBe(true);
      else expect(title).toBe(part);
      expect(text.endsWith('。')).toBe(true);
      expect(text).not.toMatch(/\n\n|[<>]/);
    }
    expect(sha256(national.paragraphs.map(({ text }) => text))).toBe(
      'caf3c53abab68029964a957cdba5c2b623812e35547975a18f6da24ac9c790d9',
    );
    expect(sha256(tibet.paragraphs.map(({ text }) => text))).toBe(
      '0c1113fedc73b1698b49ec790ac5e53d21dc6fbba7bfb87e8d21a81d47209eaa',
    );
  });

  test('sentences that a page break cut are whole again', () => {
    const text = [...national.paragraphs, ...tibet.paragraphs].map((each) => each.text).join('\n');
    for (const whole of [
      '推进国际质量交流合作。',
      '助力企业提升出口竞争力。宣传推广',
      '健全链长组织、链主引领',
      '推动产品、工程、服务重点领域提质量、树品牌，要围绕',
      '质量强县（区、镇）质量强企培育建设',
    ]) {
      expect(text).toContain(whole);
    }
  });

  test('slips of the notices stand', () => {
    const text = tibet.paragraphs.map((each) => each.text).join('\n');
    expect(text.match(/市场监管管总局/g)).toHaveLength(2);
    expect(text).toContain('文化和旅游服务质量提升主体活动');
    expect(programme.find(({ id }) => id === 't019')?.name).toBe('文化和旅游服务质量提升主体活动');
    // Doubled across a page break like 市场监管管总局, and kept for the same reason.
    expect(text).toContain('加大打击侵权假冒违法犯罪罪力度。');
  });

  test('the notices themselves ask for no money', () => {
    const texts = campaign.documents.flatMap((doc) => [...doc.rules, ...doc.paragraphs.map(({ text }) => text)]);
    const names = programme.map(({ name }) => name);
    expect([...texts, ...names, ...campaign.slogans].map(findFeeWord).filter((word) => word !== null)).toEqual([]);
  });

  test('the four known dates carry source and confidence, and belong to an item', () => {
    expect(campaign.knownDates.map(({ programmeId, start, end }) => [programmeId, start, end])).toEqual([
      ['n007', '2025-09-16', '2025-09-17'],
      ['n057', '2025-09-11', null],
      ['n054', '2025-09-09', null],
      ['n055', '2025-09-25', null],
    ]);
    for (const { source, sourceTitle, confidence } of campaign.knownDates) {
      expect(source).toMatch(/^http:\/\//);
      expect(sourceTitle).not.toBe('');
      expect(confidence).toMatch(/^(high|medium|low-medium)/);
    }
  });
});

test('no contact person, telephone or mailbox stands anywhere in the content', () => {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(json|ts)$/.test(name) && !name.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(4);
  for (const name of files) {
    const text = readFileSync(join(__dirname, name), 'utf8');
    expect({
      name,
      found: text.match(/联系人|联系电话|邮箱|\S+@\S+\.(com|cn)|(?<!\w)0\d{2,3}-\d{7,8}|\b1[3-9]\d{9}\b/g),
    }).toEqual({
      name,
      found: null,
    });
  }
});

describe('content that does not fit', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'content-'));
    cpSync(join(__dirname, '2025'), join(root, '2025'), { recursive: true });
    cpSync(join(__dirname, '12315.json'), join(root, '12315.json'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(root, '2025', file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  };

  test('a second year is a second folder', () => {
    cpSync(join(root, '2025'), join(root, '2026'), { recursive: true });
    expect(officialCampaigns(root)).toHaveLength(2);
  });

  test.each([
    [
      'a kind that does not exist',
      'programme.json',
      '"kind": "质量提升"',
      '"kind": "聚餐"',
      'programme.json: at 0.kind',
    ],
    ['broken JSON', 'campaign.json', '"slogans": [', '"slogans": ', 'campaign.json: '],
    ['a day that does not exist', 'known-dates.json', '2025-09-16', '2025-09-31', 'known-dates.json: at 0.start'],
    ['an id used twice', 'programme.json', '"id": "n002"', '"id": "n001"', 'share an id'],
    ['an unknown document', 'programme.json', '国市监质发〔2025〕77号', '国市监质发〔2025〕78号', 'n001: no document'],
    ['an unknown paragraph', 'programme.json', '"paragraph": "三(一)"', '"paragraph": "九(一)"', 'n001: '],
    ['an unknown equivalent', 'programme.json', '"sameAs": "n002"', '"sameAs": "n999"', 'same as n999'],
    ['a known date of nothing', 'known-dates.json', '"n007"', '"n999"', 'no programme item n999'],
  ])('%s stops the start with file and place', (_name, file, from, to, message) => {
    edit(file, (text) => text.replace(from, to));
    expect(() => officialCampaigns(root)).toThrow(message);
  });

  test('a missing file is named', () => {
    rmSync(join(root, '2025/documents.json'));
    expect(() => officialCampaigns(root)).toThrow('documents.json');
  });
});
