/** The console before the real server, in a browser: from the invitation to what citizens see, and back as a file. */
import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Download, type Page } from 'playwright-core';
import * as v from 'valibot';
import { COLUMNS } from '../domain/event-import/columns';
import { cellText, type Sheet } from '../domain/event-import/sheet';
import { FeedPageSchema } from '../domain/feed/feed';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { readFileSheets } from '../server/spreadsheets/read-file';
import { accept, button, createBelow, goTo, saidOn } from './console-pages';
import { dayFromNow } from './event-fixture';
import { newOtherUser } from './other-user';
import { useTestServer } from './use-test-server';

const REGION = '540102';
/** How soon a phone that asks sees what was published. */
const SEEN_WITHIN_MS = 2_000;

const testServer = useTestServer();
let browser: Browser;
/** Of the organisation at the top. */
let admin: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
  admin = await accept(browser, testServer.consoleLink(), '白玛', 'baima');
});

afterAll(() => browser.close());
beforeEach(() => admin.goto(`${testServer.origin}/console/`));

async function downloaded(page: Page, start: () => Promise<void>): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()]);
  return textsOf(await sheetOf(download));
}

async function sheetOf(download: Download): Promise<Sheet> {
  const bytes = readFileSync(await download.path());
  return readFileSheets({ name: download.suggestedFilename(), bytes })[0];
}

const textsOf = ({ rows }: Sheet): string[][] => rows.map((row) => row.map((cell) => cellText(cell)));

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map(csvCell).join(',')).join('\r\n'));

async function choose(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.setInputFiles('input[type=file]', { name: '活动.csv', mimeType: 'text/csv', buffer: csvOf(rows) });
}

async function waitInFeed(title: string): Promise<void> {
  const until = performance.now() + SEEN_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${testServer.origin}/api/v1/feed?region=${REGION}`);
    const { events } = v.parse(FeedPageSchema, await answer.json());
    if (events.some((event) => event.title === title)) return;
    if (performance.now() > until) throw new Error(`no phone sees ${title}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const KEYS = [
  'id',
  'item',
  'title',
  'region',
  'startsAt',
  'endsAt',
  'form',
  'opensAt',
  'closesAt',
  'capacity',
] as const;
const HEADING = [...KEYS, 'maxParty' as const].map((key) => COLUMNS[key].title);
const row = (id: string, change: Partial<Record<(typeof KEYS)[number], string>> = {}): string[] => {
  const day = dayFromNow(2);
  const whole = {
    ...{ id, item: 't058', title: `开放日 ${id}`, region: REGION, startsAt: `${day} 14:00`, endsAt: `${day} 16:00` },
    ...{ form: '参观', opensAt: `${dayFromNow(-1)} 09:00`, closesAt: `${dayFromNow(1)} 12:00`, capacity: '20' },
    ...change,
  };
  return [...KEYS.map((key) => whole[key]), '4'];
};

test('import with faults, mended, applied; a draft published onto a phone; its roster out and read back', async () => {
  const page = admin;
  await goTo(page, '批量导入');
  const template = await downloaded(page, () => button(page, '下载模板').click());
  expect(template[0]).toEqual(expect.arrayContaining(HEADING));
  const faulty = [
    row('open-1'),
    row('open-2', { region: '110101' }),
    row('open-3', { startsAt: '下午' }),
    row('open-4', { title: '品鉴会，门票 20 元' }),
  ];
  await choose(page, [HEADING, ...faulty]);
  await saidOn(page, '3 行有问题，共 3 处');
  const marked = await downloaded(page, () => button(page, '下载标注了问题的表格').click());
  expect(marked.slice(1).map(([id]) => id)).toEqual(['open-2', 'open-3', 'open-4']);
  await button(page, '换一个文件').click();
  await choose(page, [HEADING, ...['open-1', 'open-2', 'open-3', 'open-4'].map((id) => row(id))]);
  await saidOn(page, '新建 4 场，更新 0 场');
  await button(page, '全部导入').click();
  await saidOn(page, '导入完成');

  await page.getByRole('link', { name: '查看草稿' }).click();
  await button(page, '开放日 open-2').click();
  await button(page, '编辑').click();
  await page.getByLabel('标题', { exact: true }).fill('走进实验室');
  await page.getByRole('region', { name: '市民看到的样子' }).filter({ hasText: '走进实验室' }).waitFor();
  await button(page, '保存草稿').click();
  await saidOn(page, '草稿已保存。');
  await button(page, '发布').click();
  await saidOn(page, '已发布，市民现在就能看到。');
  await waitInFeed('走进实验室');

  await (await newOtherUser(testServer)).signUp('open-2', 3);
  await goTo(page, '活动');
  await page.reload();
  await button(page, '走进实验室').click();
  await saidOn(page, '已报 3，共 20 个名额');
  await button(page, '名单').click();
  await saidOn(page, '139****9000');
  await button(page, '查看完整信息：达*').click();
  await saidOn(page, '13900139000');
  await page.keyboard.press('Escape');
  await button(page, '导出名单').click();
  await page.getByLabel('联系报名人').check();
  await page.getByLabel('人数', { exact: true }).check();
  const [heading, , ...people] = await downloaded(page, () => button(page, '导出 Excel').click());
  expect(heading?.[0]).toContain('联系');
  expect(people).toEqual([['达娃', '13900139000', '3']]);
  await goTo(page, '操作记录');
  for (const act of ['导出名单', '查看报名人信息', '发布活动', '批量导入']) await saidOn(page, act);
});

test('an organisation below submits, and its superior approves what citizens then see', async () => {
  await goTo(admin, '审核与反映');
  await admin.getByLabel('下级机构发布活动前').click();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await admin.keyboard.press(key);
  await saidOn(admin, '设置已保存。');
  const below = await accept(browser, await createBelow(admin, '城关区试验局', '城关区'), '德吉', 'deji');

  await goTo(below, '批量导入');
  await choose(below, [HEADING, row('county-1', { title: '老字号质量行' })]);
  await button(below, '全部导入').click();
  await below.getByRole('link', { name: '查看草稿' }).click();
  await button(below, '老字号质量行').click();
  await button(below, '编辑').click();
  await button(below, '提交审核').click();
  await saidOn(below, '已提交审核，通过后自动发布。');

  await goTo(admin, '审核与反映');
  await button(admin, '审核“老字号质量行”').click();
  await button(admin, '通过并发布').click();
  await saidOn(admin, '已通过，市民现在就能看到。');
  await waitInFeed('老字号质量行');
});
