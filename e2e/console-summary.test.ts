/** The month's end, whole: a county hands in, the city returns, accepts and rolls up, the region takes it out as files. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { type Browser, chromium, type Page } from 'playwright-core';
import { cellText } from '../domain/event-import/sheet';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { readFileSheets } from '../server/spreadsheets/read-file';
import { accept, button, createBelow, goTo, PASSWORD, saidOn } from './console-pages';
import { useTestServer } from './use-test-server';

const CITY = '拉萨市试验局';
const COUNTY = '城关区试验局';
const testServer = useTestServer();
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
});
afterAll(() => browser.close());

/** A proof of identity is five minutes old at most: it is asked for where the machine was slow. */
async function proven(page: Page, said: string): Promise<void> {
  const asked = page.getByText('请再确认一次身份');
  await page.getByText(said).or(asked).first().waitFor();
  if (!(await asked.isVisible())) return;
  await page.getByLabel('登录密码或 6 位验证码').fill(PASSWORD);
  await button(page, '确认').click();
  await saidOn(page, said);
}

async function submit(page: Page): Promise<void> {
  await button(page, '报送上级').click();
  await page.getByRole('dialog').getByRole('button', { name: '报送上级' }).click();
  await proven(page, '已报送上级。要修改，请先撤回。');
}

async function fill(page: Page, part: string, text: string): Promise<void> {
  await page.getByLabel(part, { exact: true }).fill(text);
}

async function openBelow(page: Page, name: string): Promise<void> {
  await goTo(page, '下级总结');
  await page.reload();
  await button(page, `查看${name}的总结`).click();
}

async function file(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

test('county, city, region: returned, mended, accepted, rolled up, and out as Word and Excel', async () => {
  const region = await accept(browser, testServer.consoleLink(), '白玛', 'baima');
  const city = await accept(browser, await createBelow(region, CITY, '拉萨市'), '次旺', 'ciwang');
  const county = await accept(browser, await createBelow(city, COUNTY, '城关区'), '德吉', 'deji');

  await goTo(county, '总结与案例');
  await fill(county, '主要做法', '市县联动，进社区讲质量。');
  await fill(county, '接受咨询（人次）选填', '1200');
  await submit(county);

  await openBelow(city, COUNTY);
  await saidOn(city, '市县联动，进社区讲质量。');
  await button(city, '退回修改').click();
  await city.getByLabel('退回原因').fill('请写明成效');
  await button(city, '确认退回').click();
  await saidOn(city, '已退回，对方会看到原因。');

  await county.reload();
  await saidOn(county, '上级退回了这份总结：请写明成效');
  await fill(county, '活动成效', '群众学会了看食品标签。');
  await submit(county);
  await saidOn(county, '第 2 版');

  await openBelow(city, COUNTY);
  await saidOn(city, '群众学会了看食品标签。');
  await button(city, '接收这一版').click();
  await proven(city, '已接收。');
  await saidOn(city, '1200（1 家填写）');
  await goTo(city, '总结与案例');
  await fill(city, '主要做法', '全市统一部署。');
  await submit(city);

  await openBelow(region, CITY);
  await saidOn(region, `${COUNTY} · 第 2 版`);
  const hash = await region.locator('.hash').filter({ hasText: '校验码' }).last().innerText();
  const { value: words } = await mammoth.extractRawText({ buffer: await file(region, '下载 Word') });
  expect(words).toContain('全市统一部署。');
  expect(words).toContain(COUNTY);
  const sheets = readFileSheets({ name: 'summary.xlsx', bytes: await file(region, '下载 Excel') });
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cellText(cell))));
  expect(cells).toContain('全市统一部署。');
  await button(region, '接收这一版').click();
  await proven(region, '已接收。');
  const { text } = await region.evaluate(async () => {
    const [, org] = /\/o\/([^/]+)/.exec(location.pathname) ?? [];
    const base = `/api/v1/organisations/${org ?? ''}/summaries`;
    const { campaigns } = (await (await fetch('/api/v1/campaigns')).json()) as {
      campaigns: { id: string; state: string }[];
    };
    const campaign = campaigns.find(({ state }) => state === 'open')?.id ?? '';
    const below = (await (await fetch(`${base}/${campaign}/below`)).json()) as {
      organisations: { id: string; last: { version: number } | null }[];
    };
    const of = below.organisations.find(({ last }) => last !== null);
    const version = await fetch(`${base}/${campaign}/versions/${of?.last?.version ?? 0}?of=${of?.id ?? ''}`);
    return (await version.json()) as { text: string };
  });
  // Anybody can recompute the hash that is printed.
  expect(hash).toContain(createHash('sha256').update(text).digest('hex'));
});
