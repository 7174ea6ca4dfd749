/** The browser build by keyboard alone. */
import { dayFromNow } from './event-fixture';
import { signUpForVisit } from './sign-up-server';
import { useSignUpServer } from './use-test-server';
import type { AppDriver } from './driver';

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
