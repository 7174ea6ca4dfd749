/**
 * The month's end on the sample, in a browser (docs/rules.md, "Summaries"): a county submits, its city returns it, the county
 * mends it, the city accepts and rolls up, the region takes it all out as Word and Excel.
 */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { cellText } from '../domain/event-import/sheet';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { readFileSheets } from '../server/spreadsheets/read-file';
import { accept, button, createBelow, goTo, saidOn } from './console-pages';
import { useTestServer } from './use-test-server';

const COUNTY = '城关区试点局';
const CITY = '拉萨市试点局';

const testServer = useTestServer();
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
});
afterAll(() => browser.close());

async function write(page: Page, part: string, text: string): Promise<void> {
  await goTo(page, '总结与案例');
  await page.getByLabel(part).fill(text);
}

async function submit(page: Page): Promise<void> {
  await button(page, '报送上级').click();
  await page.getByRole('dialog').getByRole('button', { name: '报送上级' }).click();
  await saidOn(page, '已报送。在上级接收之前，可以撤回修改。');
}

async function openBelow(page: Page, name: string): Promise<void> {
  await goTo(page, '下级总结');
  await page.reload();
  await button(page, `查看${name}的总结`).click();
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).first().click()]);
  return readFileSync(await file.path());
}

const textOfWord = (bytes: Buffer): string =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

test('submitted, returned, mended, accepted, rolled up, and out as files that a bureau sends', async () => {
  const region = await accept(browser, testServer.consoleLink(), '白玛', 'baima');
  const city = await accept(browser, await createBelow(region, CITY, '拉萨市'), '德吉', 'deji');
  const county = await accept(browser, await createBelow(city, COUNTY, '城关区'), '格桑', 'gesang');

  await write(county, '主要做法', '进社区讲质量。');
  await submit(county);

  await openBelow(city, COUNTY);
  await saidOn(city, '进社区讲质量。');
  await button(city, '退回修改').click();
  await city.getByLabel('退回原因').fill('请补充一个案例。');
  await button(city, '确认退回').click();
  await saidOn(city, '已退回，对方会看到原因。');

  await county.reload();
  await saidOn(county, '上级退回了这份总结：请补充一个案例。');
  await button(county, '添加案例').click();
  await county.getByLabel('标题').fill('集市上的检测台');
  await county.getByLabel('内容', { exact: true }).fill('群众带着家里的秤来检定。');
  await county.getByLabel('对应的通知条目').click();
  await county.keyboard.press('Enter');
  await submit(county);

  await openBelow(city, COUNTY);
  await saidOn(city, '集市上的检测台');
  await button(city, '接收这一版').click();
  await saidOn(city, '已接收。');
  await saidOn(city, /包含 \d+ 份下级总结/);
  await write(city, '主要做法', '市县联动。');
  await submit(city);

  await openBelow(region, CITY);
  await saidOn(region, '市县联动。');
  await region.keyboard.press('Escape');
  await write(region, '主要做法', '全区统一部署。');
  await submit(region);
  await saidOn(region, '第 1 版');
  const word = textOfWord(await download(region, '下载 Word'));
  expect(word).toContain('全区统一部署。');
  expect(word).toContain(CITY);
  const sheets = readFileSheets({ name: 'summary.xlsx', bytes: await download(region, '下载 Excel') });
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.map((cell) => cellText(cell))));
  expect(cells).toEqual(expect.arrayContaining([expect.stringContaining(CITY)]));
});
