/** A browser window on the console before the fake staff API, a new one for each test. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../mini-program-host/chromium';
import { type ConsoleStand, startConsoleStand } from './stand';

/** What the browser says of a refusal that the screen itself speaks of. */
const EXPECTED = /Failed to load resource: the server responded with a status of (401|403|409|410)/;

export interface ConsoleBrowser {
  readonly page: Page;
  readonly stand: ConsoleStand;
  /** What the browser complained of. */
  readonly troubles: readonly string[];
}

/** There from `beforeEach` on. */
export function useConsoleBrowser(): () => ConsoleBrowser {
  let browser: Browser;
  let context: BrowserContext;
  let opened: ConsoleBrowser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const stand = await startConsoleStand();
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      locale: 'zh-CN',
    });
    const page = await context.newPage();
    // A busy machine takes its time.
    page.setDefaultTimeout(60_000);
    const troubles: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !EXPECTED.test(message.text()))
        troubles.push(message.text());
    });
    page.on('pageerror', (error) => troubles.push(error.message));
    opened = { page, stand, troubles };
  });
  afterEach(async () => {
    await context.close();
    await opened?.stand.close();
  });
  return () => {
    if (opened === undefined) throw new Error('no browser before the tests begin');
    return opened;
  };
}
