/** A browser that stores nothing, a storage that is full, two tabs: nobody loses a seat without being told. */
import type { Page } from 'playwright-core';
import { dayFromNow } from './event-fixture';
import { openTerms, waitTaken } from './other-user';
import { fillVisit, signUpForVisit } from './sign-up-server';
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

/** Fills what is left of the browser's 5 MB to the last character. */
const fillUp = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (let size = 1 << 20, part = 0; size >= 1;) {
      try {
        localStorage.setItem(`other-app-${part}`, 'x'.repeat(size));
        part += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });

test('with a full storage a sign-up takes no seat before the person knows that the ticket stays nowhere', async () => {
  await at.publish('full', { title: '存储满了', day: dayFromNow(2) });
  const on = await at.openAt('h5', 'full');
  await on.waitText('立即报名');
  await on.page.evaluate(() => {
    // What this app itself could free would be room enough.
    for (const key of Object.keys(localStorage)) if (key.startsWith('replica/')) localStorage.removeItem(key);
  });
  await fillUp(on.page);
  await on.tap('立即报名');
  await fillVisit(on);
  await on.tap('我已阅读并同意《报名隐私说明》');
  await on.tap('提交报名');
  await on.waitText('报名还没有发出去');
  await on.waitText('报名还没有存到本机，请不要关闭这个页面');
  await waitTaken(at.testServer, 'full', 0);

  await on.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('other-app-')) localStorage.removeItem(key);
  });
  await on.tap('已清理，重新提交');
  await on.waitText('入场时出示这个二维码');
  await on.waitGone('没有存到本机');
  await on.restart();
  await on.switchTab('我的');
  await on.waitText('存储满了');
  await waitTaken(at.testServer, 'full', 1);
});

test('with a full storage and no network the person is told to stay', async () => {
  await at.publish('full-offline', { title: '满了又没有网', day: dayFromNow(2) });
  const on = await at.openAt('h5', 'full-offline');
  await on.tap('立即报名');
  await fillVisit(on);
  await on.tap('我已阅读并同意《报名隐私说明》');
  await on.page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('replica/')) localStorage.removeItem(key);
  });
  await fillUp(on.page);
  await on.setOffline(true);
  await on.tap('提交报名');
  await on.waitText('报名还没有存到本机，请不要关闭这个页面。有网络时会自动发送。');
  expect(await on.text()).not.toContain('报名已存到本机');
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
  await second.getByText('我已阅读并同意《报名隐私说明》').filter({ visible: true }).tap();
  await second.getByText('提交报名').filter({ visible: true }).tap();
  await see(second, '入场时出示这个二维码');
  expect(sessions).toHaveLength(1);
  await first.restart();
  await first.switchTab('我的');
  await first.waitText('活动 tab-1');
  await first.waitText('活动 tab-2');
});
