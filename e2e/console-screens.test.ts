/** Every screen of the console in a browser, under the server's own policy: axe, errors, width, and the keyboard. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { axeViolations } from './access/axe';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { CONSOLE_SCREENS } from './console/screens';
import { type ConsoleStand, startConsoleStand } from './console/stand';
import { visit } from './console/visit';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let testServer: ConsoleStand;
let troubles: string[];

/** What the browser says of a refusal that the screen itself speaks of. */
const EXPECTED = /Failed to load resource: the server responded with a status of (401|403|409|410)/;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
});
afterAll(() => browser.close());

beforeEach(async () => {
  testServer = await startConsoleStand();
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
  });
  page = await context.newPage();
  // A busy machine takes its time.
  page.setDefaultTimeout(60_000);
  troubles = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !EXPECTED.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
});
afterEach(async () => {
  await context.close();
  await testServer.close();
});

/** How far something reaches over the right edge of the page, in px. */
const overflow = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each(CONSOLE_SCREENS.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
  await visit(page, testServer, screen);
  expect(await axeViolations(page)).toEqual([]);
  expect(troubles).toEqual([]);
  for (const width of [768, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow()).toBe(0);
  }
});

test('by keyboard alone: sign in, open an event, close it, and be where one was', async () => {
  await visit(page, testServer, { name: 'sign-in', path: '/sign-in', shows: '还没有账号', signedOut: true });
  await page.keyboard.type('lasa');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a-long-password');
  await page.keyboard.press('Enter');
  await page.getByText('等我处理').waitFor();
  await page.goto(`${testServer.address}/console/o/lasa/events`);
  await page.getByRole('button', { name: '食品检测实验室开放日' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('食品检测实验室开放日');
});

test('what has the focus is seen to have it', async () => {
  await visit(page, testServer, { name: 'events', path: '/o/lasa/events', shows: '食品检测实验室开放日' });
  const unseen: string[] = [];
  for (let tab = 0; tab < 20; tab++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return null;
      const around = activeElement.closest('.ant-select, .ant-input-affix-wrapper') ?? activeElement;
      const marks = [activeElement, around].map((each) => getComputedStyle(each));
      const isMarked = marks.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none');
      return isMarked ? '' : activeElement.outerHTML.slice(0, 120);
    });
    if (focused !== null && focused !== '') unseen.push(focused);
  }
  expect(unseen).toEqual([]);
});
