import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import guide from '../server/content/12315.json';
import { waitUntil } from '../server/testing/wait-until';
import type { AppDriver, EngineDriver } from './driver';
import { type TestServer, startTestServer, TARGETS } from './test-server';
import { browsersOfFile } from './use-test-server';

const APP_12315 = 'wx0123456789abcdef';
const SOON_MS = 10_000;
const NAME = '卓玛央金';
const MOBILE = '13989001234';
const SHOP = '高原牦牛酸奶直营店';
const STORY = '酸奶胀袋，店家不肯退';
const IDENTITY = '540102199001011234';
const SECRETS = [NAME, MOBILE, SHOP, STORY, IDENTITY];

let testServer: TestServer;
let app: AppDriver | undefined;

beforeAll(async () => {
  testServer = await startTestServer();
});
afterEach(async () => {
  await app?.close();
  app = undefined;
});
afterAll(() => testServer.stop());
const browserOf = browsersOfFile();

const isWeapp = (driver: AppDriver): driver is EngineDriver => driver.target === 'weapp';

/** Tells of every number that the phone is asked to dial. */
async function listenForCalls(driver: AppDriver): Promise<() => Promise<unknown[]>> {
  if (isWeapp(driver)) {
    return async () =>
      (await driver.calls('makePhoneCall')).map(
        ({ args: [options] }) => (options as { phoneNumber: string }).phoneNumber,
      );
  }
  const numbers: string[] = [];
  const session = await driver.page.context().newCDPSession(driver.page);
  await session.send('Page.enable');
  session.on('Page.frameRequestedNavigation', ({ url }) => {
    if (url.startsWith('tel:')) numbers.push(url.slice('tel:'.length));
  });
  return () => Promise.resolve(numbers);
}

/** Everything that leaves the phone from now on, as it leaves. */
function watchRequests(driver: AppDriver): string[] {
  const sent: string[] = [];
  driver.page.context().on('request', (request) => {
    sent.push([request.method(), request.url(), JSON.stringify(request.headers()), request.postData() ?? ''].join(' '));
  });
  driver.page.on('websocket', (socket) => sent.push(socket.url()));
  return sent;
}

const written = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text),
  Buffer.from(text).toString('base64'),
];

const titled = (driver: AppDriver, title: string): Promise<true> =>
  waitUntil(async () => ((await driver.title()) === title ? true : undefined), SOON_MS);

async function copied(driver: AppDriver): Promise<string> {
  if (isWeapp(driver)) {
    const last = (await driver.calls('setClipboardData')).at(-1);
    return (last?.args[0] as { data: string } | undefined)?.data ?? '';
  }
  await driver.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  return driver.page.evaluate(() => navigator.clipboard.readText());
}

describe.each(TARGETS)('%s', (target) => {
  test('from every tab two taps dial, and never more than one screen lies between', async () => {
    for (const tab of ['首页', '日历', '我的']) {
      // Anew each time: a browser that was sent to the dialler waits for it.
      const driver = await testServer.open(target, { browser: await browserOf(target) });
      app = driver;
      const dialled = await listenForCalls(driver);
      await driver.switchTab(tab);
      await driver.tap('12315 投诉举报');
      await driver.tap('拨打 12315');
      const numbers = await waitUntil(async () => {
        const all = await dialled();
        return all.length > 0 ? all : undefined;
      }, SOON_MS);
      expect(numbers).toEqual(['12315']);
      await driver.close();
      app = undefined;
    }
  });

  test('without a network on a first launch: three questions, the checklist, and a draft that stays here', async () => {
    app = await testServer.open(target, { browser: await browserOf(target), region: null, offline: true });
    const sent = watchRequests(app);
    await app.tap('12315 投诉举报');
    await app.waitText('以官方平台为准');
    const first = await app.text();
    for (const { title, items } of guide.checklist) for (const part of [title, ...items]) expect(first).toContain(part);
    for (const part of [
      '《市场监督管理投诉举报处理办法》（市场监管总局令第121号）第二十三条',
      '2026年4月15日起施行',
      '以官方平台为准',
    ])
      expect(first).toContain(part);
    expect(first).not.toContain('打开官方小程序');
    await app.tap('反映一个违法行为');
    await app.tap('不是，我看到或听说的');
    await app.waitText('这件事可以举报');
    await app.tap('重新选择');
    await app.tap('先咨询一下');
    await app.waitText('这件事可以咨询');
    await app.tap('上一步');
    await app.tap('让商家解决我的问题');
    await app.tap('是，我自己遇到的');
    await app.tap('自己或家里用');
    await app.waitText('这件事可以投诉');
    if (isWeapp(app)) {
      await app.tap('复制网址');
      expect(await copied(app)).toBe('www.12315.cn');
    }

    await app.tap('写投诉草稿');
    await app.fill('姓名', `${NAME}，身份证${IDENTITY}`);
    await app.waitText('这里不保存证件号码，已去掉');
    await app.fill('电话', MOBILE);
    await app.fill('对方名称', SHOP);
    await app.fill('经过', STORY);
    await app.tap('退款');
    await app.tap('复制全部文字');
    const text = await copied(app);
    for (const part of [NAME, MOBILE, SHOP, STORY, '退款']) expect(text).toContain(part);
    expect(text).not.toContain(IDENTITY);
    expect(JSON.stringify(await app.storage())).not.toContain(IDENTITY);

    // The phone is switched off and finds the network again: the draft is there, and goes nowhere.
    await app.restart();
    await app.setOffline(false);
    await app.restart();
    await app.tap('12315 投诉举报');
    await app.tap('接着写草稿');
    await app.waitText(STORY);
    await app.background();
    await app.foreground();
    await app.tap('删除草稿');
    await app.tap('保留');
    await app.waitText(STORY);
    await app.tap('删除草稿');
    await app.tap('删除');
    await app.waitGone(STORY);
    await app.restart();
    await app.tap('12315 投诉举报');
    await app.waitText('帮您写好投诉内容');
    const stored = JSON.stringify(await app.storage());
    for (const secret of SECRETS) expect(stored).not.toContain(secret);

    expect(sent.length).toBeGreaterThan(3);
    const leaked = sent.filter((request) => SECRETS.flatMap(written).some((secret) => request.includes(secret)));
    expect(leaked).toEqual([]);
    expect(await app.errors()).toEqual([]);
  });

  test('the draft says what it is; one that was only looked at is none, and after one is deleted the person is back', async () => {
    app = await testServer.open(target, { browser: await browserOf(target) });
    await app.tap('12315 投诉举报');
    await titled(app, '12315');
    await app.tap('帮您写好投诉内容');
    await titled(app, '投诉举报草稿');
    expect(await app.text()).not.toContain('删除草稿');
    await app.back();
    await titled(app, '12315');
    await app.waitText('帮您写好投诉内容');

    await app.tap('反映一个违法行为');
    await app.tap('不是，我看到或听说的');
    await app.tap('写举报草稿');
    await titled(app, '投诉举报草稿');
    await app.back();
    await titled(app, '12315');
    await app.waitText('帮您写好投诉内容');
    expect(Object.keys(await app.storage())).not.toContain('complaint-draft');

    await app.tap('写举报草稿');
    await app.fill('经过', STORY);
    await app.waitText('【举报】');
    await app.back();
    await app.tap('接着写草稿');
    await app.tap('删除草稿');
    await app.tap('删除');
    await app.waitText('草稿已删除');
    await titled(app, '12315');
    await app.waitText('帮您写好投诉内容');
    expect(await app.errors()).toEqual([]);
  });

  test('a changed rule and the official mini-program come with the feed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guide-'));
    let server = await startTestServer();
    try {
      app = await server.open(target, { browser: await browserOf(target) });
      await app.waitText(/更新于 \d\d:\d\d/);
      await app.tap('12315 投诉举报');
      await app.waitText('第二十三条');
      expect(await app.text()).not.toContain('打开官方小程序');
      const [rule, ...others] = guide.rules;
      const file = path.join(folder, '12315.json');
      writeFileSync(
        file,
        JSON.stringify({
          ...guide,
          rules: [{ ...rule, text: '投诉调解的期限改了。', article: '第九十九条' }, ...others],
        }),
      );
      await server.stop({ keep: true });
      server = await startTestServer({
        DATA_DIR: server.folder,
        PORT: new URL(server.origin).port,
        GUIDE_12315: file,
        APPID_12315: APP_12315,
      });
      await app.background();
      await app.foreground();
      await app.waitText('投诉调解的期限改了。');
      await app.waitText('第九十九条');
      if (isWeapp(app)) {
        await app.tap('打开官方小程序');
        expect(await app.calls('navigateToMiniProgram')).toMatchObject([{ args: [{ appId: APP_12315 }] }]);
      } else {
        // A browser opens no mini-programs; it has the official site instead.
        expect(await app.text()).not.toContain('打开官方小程序');
        const [opened] = await Promise.all([app.page.context().waitForEvent('page'), app.tap('打开官方网站')]);
        expect(opened.url()).toMatch(/^https:\/\/www\.12315\.cn\/|^about:blank$|^chrome-error:/);
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
