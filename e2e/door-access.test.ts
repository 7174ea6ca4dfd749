/** The page of the door for everybody: axe by day and by night, the largest type, the keyboard, and what is read out. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { SLOW_MS } from '../server/testing/app';
import { STARTS } from '../server/testing/content';
import { axeViolations } from './access/axe';
import { browserDoor } from './door/browser-door';
import { useDoorDesk } from './door/use-door-desk';

const desk = useDoorDesk();
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
});
afterAll(() => browser.close());

const setType = (page: Page, percent: number): Promise<void> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);

/** By day, by night, and in twice the type on a narrow phone, where nothing may be cut off sideways. */
async function look(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 320, height: 640 });
  await setType(page, 200);
  const beyond = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('h1, h2, p, button, input, dt, dd, output')).flatMap(
      (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const isSeen = width > 1 && element.closest('.unseen') === null;
        return isSeen && (left < -1 || right > window.innerWidth + 1) ? [element.outerHTML.slice(0, 120)] : [];
      },
    ),
  );
  expect(beyond).toEqual([]);
  await setType(page, 100);
  await page.setViewportSize({ width: 390, height: 844 });
}

test(
  'every screen of it, by keyboard alone',
  async () => {
    const one = await desk().guest('e');
    const party = await desk().guest('e', 3);
    await desk().comeToTheDay();
    const code = await desk().offerCode(['e', 'f']);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.clock.install({ time: STARTS });
    await page.goto(`${desk().origin}/door/`);
    const door = browserDoor(page);
    const { keyboard } = page;
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    const tabTo = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 20 && (await focused()) !== name; tabs += 1) await keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    const spoken = (): Promise<string> => page.locator('[aria-live="assertive"]').innerText();

    await door.says('配对核验设备');
    await look(page);
    await page.getByLabel('配对码').focus();
    await keyboard.type(`${code.toLowerCase()}\n`);
    await door.says('请选择要核验的活动');
    await look(page);
    await page.locator('button', { hasText: '实验室开放日' }).focus();
    await keyboard.press('Enter');
    await door.says(/^已联网 · 名单为[^·]*$/);
    await look(page);

    await tabTo('输入凭证号');
    await keyboard.press('Enter');
    await look(page);
    await keyboard.type('ABCDEFGHJK\n');
    await door.shows('invalid');
    expect(await spoken()).toBe('不能入场，没有查到这张凭证');
    expect(await focused()).toBe('继续扫码');
    await look(page);
    await keyboard.press('Enter');

    await door.scan(party.ticket);
    await door.shows('choose');
    await look(page);
    expect(await focused()).toBe('3 位');
    expect(await spoken()).toBe('王**，这次来了几位？');
    await keyboard.press('Enter');
    await door.shows('ok');
    await page.locator('[data-verdict]').waitFor({ state: 'detached' });
    await door.scan(one.ticket);
    await door.shows('ok', '王** · 1 位');
    expect(await spoken()).toBe('可以入场，王** · 1 位');
    await page.locator('[data-verdict]').waitFor({ state: 'detached' });

    await tabTo('更多');
    await keyboard.press('Enter');
    await look(page);
    await keyboard.press('Escape');
    expect(await focused()).toBe('更多');
    await context.setOffline(true);
    await door.type('ABCDEFGHJM');
    await door.shows('unverified');
    await look(page);
    await context.close();
  },
  SLOW_MS,
);
