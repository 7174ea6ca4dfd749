/** What the console's tests in a browser share: taking an invitation up, and finding one's way. */
import type { Browser, Locator, Page } from 'playwright-core';
import { setClock } from '../mini-program-host/browser-driver';

export const PASSWORD = 'a sentence that only one knows';
const SOON_MS = 60_000;

/** antd writes a space between two characters of a button. */
export const button = (page: Page, name: string): Locator =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('button', { name: name.length === 2 ? name.split('').join(' ') : name, exact: true }));

export const saidOn = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();

/** A browser of somebody's own, in which they take an invitation up. */
export async function accept(browser: Browser, link: string, name: string, login: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', acceptDownloads: true });
  await setClock(context, Date.now());
  const page = await context.newPage();
  page.setDefaultTimeout(SOON_MS);
  await page.goto(link);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输入一次密码').fill(PASSWORD);
  await button(page, '接受邀请并登录').click();
  await button(page, '以后再绑定').click();
  await saidOn(page, '等我处理');
  // As somebody comes back who has an account by now.
  await page.goto(new URL('/console/', link).href);
  await saidOn(page, '等我处理');
  return page;
}

/** To another screen by the navigation. */
export const goTo = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: screen, exact: true }).click();

/** Makes an organisation below, and gives the link for its first admin. */
export async function createBelow(page: Page, name: string, region: string): Promise<string> {
  await goTo(page, '人员与设备');
  await page.getByRole('tab', { name: '下级机构' }).click();
  await button(page, '新增下级机构').click();
  await page.getByLabel('机构名称').fill(name);
  await page.getByLabel('管辖地区').fill(region);
  // What is found may lie below it: its own path ends with its name.
  const found = page.locator('.ant-cascader-menu-item').filter({ hasText: new RegExp(`${region}$`) });
  await found.first().click();
  await button(page, '新增并生成邀请').click();
  const link = await page.getByLabel('邀请链接', { exact: true }).inputValue();
  await button(page, '完成').click();
  return link;
}
