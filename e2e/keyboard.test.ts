/** The browser build by keyboard alone. */
import { dayFromNow } from './event-fixture';
import { signUpForVisit } from './sign-up-server';
import { useSignUpServer } from './use-test-server';
import type { AppDriver } from '../mini-program-host/driver';

const at = useSignUpServer();

const focused = (on: AppDriver): Promise<string> =>
  on.page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

async function tabTo(on: AppDriver, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if ((await focused(on)).startsWith(name)) return;
    await on.page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test('a question is asked, answered and left by keyboard', async () => {
  await at.publish('asked', { title: '用键盘取消', day: dayFromNow(2) });
  const on = await at.openAt('h5', 'asked');
  await signUpForVisit(on);
  await tabTo(on, '取消报名');
  await on.page.keyboard.press('Enter');
  const dialog = on.page.getByRole('alertdialog', { name: '取消这次报名？' });
  await dialog.waitFor();
  expect(await focused(on)).toBe('再想想');
  expect(await on.text()).not.toContain('正在取消');
  const names: string[] = [];
  for (let presses = 0; presses < 4; presses += 1) {
    await on.page.keyboard.press('Tab');
    names.push(await focused(on));
  }
  expect(names).toEqual(['取消报名', '再想想', '取消报名', '再想想']);
  await on.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused(on)).toBe('取消报名');
  await on.page.keyboard.press('Enter');
  await dialog.waitFor();
  await on.page.keyboard.press('Tab');
  await on.page.keyboard.press('Enter');
  await on.waitText(/已取消/);
  expect(await on.errors()).toEqual([]);
});

test('to an event and back: the focus returns to the card', async () => {
  await at.publish('card', { title: '从卡片进出', day: dayFromNow(1) });
  const on = await at.open('h5');
  await on.waitText('从卡片进出');
  await tabTo(on, '跳到正文');
  await on.page.locator('.event-card:visible', { hasText: '从卡片进出' }).first().focus();
  await on.page.keyboard.press('Enter');
  await on.page.waitForFunction(() => location.hash.includes('packages/event'));
  await on.page.waitForFunction(() => document.activeElement?.getAttribute('aria-level') === '1');
  await on.back();
  await on.page.waitForFunction(() => document.activeElement?.textContent.includes('从卡片进出') === true);
});

test('the day of a complaint is chosen by keyboard', async () => {
  const on = await at.open('h5');
  await on.restart({ path: 'packages/complaint/index?part=draft' });
  await tabTo(on, '发生时间');
  // The browser's own field: arrows change a part and move between the three, in whatever order its language has.
  const field = on.page.getByLabel('发生时间');
  for (let part = 0; part < 3; part += 1) {
    await on.page.keyboard.press('ArrowUp');
    await on.page.keyboard.press('ArrowRight');
  }
  const day = await field.inputValue();
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  await on.page.keyboard.press('Escape');
  expect(await focused(on)).toBe('发生时间');
  await on.restart({ path: 'packages/complaint/index?part=draft' });
  expect(await field.inputValue()).toBe(day);
  expect(await on.errors()).toEqual([]);
});

test('filters are set and left by keyboard, a region on a page of its own among them', async () => {
  await at.publish('filtered', { title: '按条件找到', day: dayFromNow(1) });
  const on = await at.open('h5', { region: { code: '540100', name: '拉萨市' } });
  await on.switchTab('日历');
  await tabTo(on, '筛选');
  await on.page.keyboard.press('Enter');
  const sheet = on.page.getByRole('dialog', { name: '筛选' });
  await sheet.waitFor();
  const isInside = (): Promise<boolean> => sheet.evaluate((box) => box.contains(document.activeElement));
  const names = new Set<string>();
  for (let presses = 0; presses < 40; presses += 1) {
    await on.page.keyboard.press('Tab');
    expect(await isInside()).toBe(true);
    names.add(await focused(on));
  }
  expect([...names].join()).toMatch(/关闭筛选.*公众，\d+ 场.*开放日，\d+ 场.*看 \d+ 场活动/);
  await on.page.keyboard.press('Shift+Tab');
  expect(await isInside()).toBe(true);
  await tabTo(on, '公众，');
  await on.page.keyboard.press('Space');
  await sheet.locator('[aria-label^="公众，"][aria-label*="已选"]').waitFor();
  await tabTo(on, '地区：');
  await on.page.keyboard.press('Enter');
  await on.waitText('只列出有活动的地区');
  // The sheet is behind that page: its keys are not the page's.
  await on.page.keyboard.press('Escape');
  await tabTo(on, '城关区');
  await on.page.keyboard.press('Enter');
  await sheet.waitFor();
  await on.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await focused(on)).toBe('筛选，已选 2 项');
  expect(await on.errors()).toEqual([]);
});
