/** A browser that stores nothing, a storage that is full, two tabs: nobody loses a seat without being told. */
import type { Page } from 'playwright-core';
import type { AppDriver } from '../mini-program-host/driver';
import { dayFromNow } from './event-fixture';
import { openTerms, waitTaken } from './other-user';
import { fillVisit, signUpForVisit } from './sign-up-server';
import { TARGETS } from './test-server';
import { useSignUpServer } from './use-test-server';

const at = useSignUpServer();
const see = async (page: Page, words: string): Promise<void> => {
  await page.getByText(words).filter({ visible: true }).first().waitFor();
};

test('with cookies blocked the app opens: home, an event, 12315', async () => {
  await at.publish('blocked', { title: '不存数据也能看', day: dayFromNow(2) });
  const on = await at.open('h5', { region: null });
  const { page } = on;
  // As Chromium does with cookies blocked; its headless build does not read that setting from a profile.
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  const { origin } = at.testServer;
  await page.goto('about:blank');
  await page.goto(`${origin}/`);
  await see(page, '首页');
  expect(
    await page.evaluate(() => {
      try {
        return localStorage.length;
      } catch {
        return 'blocked';
      }
    }),
  ).toBe('blocked');
  await page.goto(`${origin}/#/packages/event/index?id=blocked`);
  await see(page, '不存数据也能看');
  await page.goto(`${origin}/#/packages/complaint/index`);
  await see(page, '12315');
  expect(await on.errors()).toEqual([]);
});

/** Runs in the page: fills what is left of the browser's 5 MB to the last character. */
function fillBrowser(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith('replica/')) localStorage.removeItem(key);
  for (let size = 1 << 20, part = 0; size >= 1;) {
    try {
      localStorage.setItem(`other-app-${part}`, 'x'.repeat(size));
      part += 1;
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

/** Runs in the page: fills WeChat's 10 MB but for a few bytes, in parts of less than the 1 MB that a key may hold. */
function fillWechat(): void {
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
  const prefix = 'storage:';
  for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}replica/`)) localStorage.removeItem(key);
  let left = 10 * 1024 * 1024;
  for (const [key, value] of Object.entries(localStorage))
    if (key.startsWith(prefix)) left -= bytesOf(key.slice(prefix.length)) + bytesOf(String(value));
  for (let part = 10; left > 60; part += 1) {
    const key = `other-app-${part}`;
    const characters = Math.floor((Math.min(left, 900_000) - key.length - 2) / 3);
    localStorage.setItem(prefix + key, JSON.stringify('满'.repeat(characters)));
    left -= key.length + 2 + 3 * characters;
  }
}

/** What this app itself could free goes first: that would be room enough. */
const fillUp = ({ page, target }: AppDriver): Promise<void> =>
  page.evaluate(target === 'h5' ? fillBrowser : fillWechat);
const makeRoom = ({ page }: AppDriver): Promise<void> =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('other-app-')) localStorage.removeItem(key);
  });

describe.each(TARGETS)('%s, a full storage', (target) => {
  test('the person is told what is not kept, and no seat is taken that they could not find again', async () => {
    const id = `full-${target}`;
    await at.publish(id, { title: '存储满了', day: dayFromNow(2) });
    const on = await at.openAt(target, id);
    await on.waitText('立即报名');
    await fillUp(on);
    await on.tap('立即报名');
    await fillVisit(on);
    await on.tap('我已阅读并同意《报名隐私说明》');
    await on.tap('提交报名');
    if (target === 'h5') {
      await on.waitText('报名还没有发出去');
      await on.waitText('报名还没有存到本机，请不要关闭这个页面');
      await waitTaken(at.testServer, id, 0);
      await makeRoom(on);
      await on.tap('已清理，重新提交');
      await on.waitText('入场时出示这个二维码');
    } else {
      // WeChat knows the person again without anything stored: the seat is theirs, and the ticket can be fetched anew.
      await on.waitText('凭证没有存到本机，请记下十位凭证码');
      await makeRoom(on);
      await on.tap('再存一次');
    }
    await on.waitGone('没有存到本机');
    await on.restart();
    await on.switchTab('我的');
    await on.waitText('存储满了');
    await waitTaken(at.testServer, id, 1);
  });

  test('without a network the person is told to stay', async () => {
    const id = `full-offline-${target}`;
    await at.publish(id, { title: '满了又没有网', day: dayFromNow(2) });
    const on = await at.openAt(target, id);
    await on.tap('立即报名');
    await fillVisit(on);
    await on.tap('我已阅读并同意《报名隐私说明》');
    await fillUp(on);
    await on.setOffline(true);
    await on.tap('提交报名');
    await on.waitText('报名还没有存到本机，请不要关闭这个页面。有网络时会自动发送。');
    expect(await on.text()).not.toContain('报名已存到本机');
    // Room was made meanwhile: the same sign-up is stored, and sent once.
    await makeRoom(on);
    await on.tap('再存一次');
    await on.waitGone('报名还没有存到本机');
    await on.restart();
    await on.setOffline(false);
    await waitTaken(at.testServer, id, 1);
  });
});

test('two tabs before the first sign-up: one account, and both tickets stay', async () => {
  for (const id of ['tab-1', 'tab-2'])
    await at.publish(id, { title: `活动 ${id}`, day: dayFromNow(2), signUp: openTerms() });
  const first = await at.openAt('h5', 'tab-1');
  const second = await first.page.context().newPage();
  await second.goto(`${at.testServer.origin}/#/packages/event/index?id=tab-2`);
  await see(second, '立即报名');
  const sessions: string[] = [];
  first.page.context().on('request', (request) => {
    if (request.url().endsWith('/api/v1/sessions')) sessions.push(request.url());
  });
  await signUpForVisit(first);
  await second.getByText('立即报名').filter({ visible: true }).tap();
  await second.getByLabel('联系人姓名').filter({ visible: true }).fill('卓玛');
  await second.getByLabel('手机号').filter({ visible: true }).fill('13800138001');
  // What was agreed to in the first tab is agreed to here.
  await see(second, '这次不再重复询问');
  await second.getByText('提交报名').filter({ visible: true }).tap();
  await see(second, '入场时出示这个二维码');
  expect(sessions).toHaveLength(1);
  await first.restart();
  await first.switchTab('我的');
  await first.waitText('活动 tab-1');
  await first.waitText('活动 tab-2');
});
