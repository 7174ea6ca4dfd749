/**
 * A new year without a developer, and an open ear, in browsers: 2027 is made in the console from a pasted notice and an Excel
 * of items, phones follow, what was of 2026 still opens; a fee that a citizen reports is on the superior's screen.
 */
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { writeWorkbook } from '../server/spreadsheets/write-workbook';
import { ITEM_HEADING, ITEM_ROWS, NEXT_CAMPAIGN } from '../server/testing/next-campaign';
import { accept, button, createBelow, goTo, saidOn } from './console-pages';
import { dayFromNow, eventBody } from './event-fixture';
import { useTestServer } from './use-test-server';

const EVENT = 'old-event';
const YEAR = '2027 年全国“质量月”';
const [NOTICE] = NEXT_CAMPAIGN.documents;

const testServer = useTestServer();
let browser: Browser;
let admin: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
  admin = await accept(browser, testServer.consoleLink(), '白玛', 'baima');
});
afterAll(() => browser.close());

/** Published by an organisation below, as the console would. */
async function publishBelow(page: Page, id: string): Promise<void> {
  const body = eventBody({ day: dayFromNow(2), title: '老秤新检', region: '540200' });
  await page.evaluate(
    async ([eventId, event]) => {
      const ask = (path: string, method: string, sent?: unknown): Promise<Response> =>
        fetch(`/api/v1/${path}`, {
          method,
          ...(sent !== undefined && { body: JSON.stringify(sent), headers: { 'content-type': 'application/json' } }),
        });
      const me = (await (await ask('staff/me', 'GET')).json()) as { organisations: { id: string }[] };
      const path = `organisations/${me.organisations[0]?.id ?? ''}/events`;
      await ask(path, 'POST', { id: eventId, ...event });
      const published = await ask(`${path}/${eventId}/publish`, 'POST');
      if (!published.ok) throw new Error(await published.text());
    },
    [id, body] as const,
  );
}

test('F7: reported on the phone without an account, in the hands of the superior, looked up by its receipt', async () => {
  const city = await accept(browser, await createBelow(admin, '日喀则市试点局', '日喀则市'), '格桑', 'gesang');
  await publishBelow(city, EVENT);
  const citizen = await testServer.open('h5', { path: `packages/event/index?id=${EVENT}` });
  await citizen.tap('反映收费');
  await citizen.fill('发生了什么', '进门要交资料费');
  await citizen.fill('收了多少钱（元）', '20');
  await citizen.tap('提交');
  await citizen.waitText('已收到');
  const receipt = /[A-Z]{5} [A-Z]{5}/.exec(await citizen.text())?.[0] ?? '';

  await goTo(admin, '审核与反映');
  await admin.getByText('反映', { exact: true }).click();
  await button(admin, '处理“进门要交资料费”').click();
  await saidOn(admin, '20 元');
  await admin.getByLabel('给反映人的话').fill('已责令退还。');
  await admin.getByLabel('处理状态').click();
  await admin.getByTitle('已处理').click();
  await button(admin, '保存').click();
  await saidOn(admin, '已保存，反映人查询时就能看到。');

  await citizen.restart({ path: 'packages/report/index' });
  await citizen.fill('查询编号', receipt);
  await citizen.tap('查询');
  await citizen.waitText('已责令退还。');
  expect(await citizen.errors()).toEqual([]);
});

test('F8: 2027 is opened; phones follow, and links, calendar files and cards of 2026 keep their year', async () => {
  const phone = await testServer.open('h5');
  await phone.waitText(/更新于 \d\d:\d\d/);
  expect(await phone.text()).not.toContain(YEAR);

  await admin.goto(`${testServer.origin}/console/`);
  await goTo(admin, '年度活动');
  await admin.getByLabel('年度', { exact: true }).fill('2027');
  await button(admin, '准备新年度').click();
  const fields = {
    ...{
      活动主题: NEXT_CAMPAIGN.theme,
      总结报送截止日期: NEXT_CAMPAIGN.deadline,
      活动口号: NEXT_CAMPAIGN.slogans.join('\n'),
    },
    ...{ 文号: NOTICE?.documentNo, 标题: NOTICE?.title, 牵头部门: NOTICE?.leadIssuer, 印发日期: NOTICE?.issuedOn },
    ...{ 通知原文: NOTICE?.text },
  };
  for (const [label, text] of Object.entries(fields)) await admin.getByLabel(label, { exact: true }).fill(text ?? '');
  await button(admin, '保存并核对').click();
  await saidOn(admin, '都与粘贴的原文一字不差');
  const rows = [ITEM_HEADING, ...ITEM_ROWS].map((row) => row.split(','));
  const buffer = Buffer.from(writeWorkbook([{ name: '活动项目', widths: [], rows }]));
  await admin.setInputFiles('input[type=file]', { name: '项目.xlsx', mimeType: '', buffer });
  await saidOn(admin, '已导入 2 个活动项目。');
  await button(admin, '开放新年度').click();
  await admin.getByRole('dialog').getByRole('button', { name: '开放新年度' }).click();
  await saidOn(admin, `2027 · ${NEXT_CAMPAIGN.theme} · 进行中`);

  await phone.restart();
  await phone.waitText(YEAR);
  await phone.restart({ path: `packages/event/index?id=${EVENT}` });
  await phone.waitText('老秤新检');
  const file = await fetch(`${testServer.origin}/api/v1/events/${EVENT}.ics`);
  expect([file.status, await file.text()]).toEqual([200, expect.stringContaining('老秤新检')]);
  await phone.restart({ path: 'packages/archive/index' });
  await phone.waitText('往年质量月');
  expect(await phone.errors()).toEqual([]);
});
