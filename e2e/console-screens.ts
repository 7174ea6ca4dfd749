// `npm run screens:console`: a picture of every screen of the console at three widths into e2e/out/console; names choose some.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from '../mini-program-host/chromium';
import { CONSOLE_SCREENS } from './console/screens';
import { startConsoleStand } from './console/stand';
import { visit } from './console/visit';

const WIDTHS = [768, 1280, 1920];
const SETTLED_MS = 400;

async function takeAll(): Promise<void> {
  const asked = process.argv.slice(2).filter((each) => !each.startsWith('--'));
  const dark = process.argv.includes('--dark');
  const folder = path.join(__dirname, 'out/console');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...chromiumArguments(), '--lang=zh-CN'],
  });
  try {
    for (const screen of CONSOLE_SCREENS.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
      for (const width of WIDTHS) {
        const testServer = await startConsoleStand();
        const context = await browser.newContext({
          viewport: { width, height: width === 1920 ? 1080 : 900 },
          locale: 'zh-CN',
          reducedMotion: 'reduce',
          colorScheme: dark ? 'dark' : 'light',
        });
        const page = await context.newPage();
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type()))
            console.log(screen.name, width, message.text().slice(0, 160));
        });
        page.on('pageerror', (error) => {
          console.log(screen.name, width, error.message);
        });
        try {
          await visit(page, testServer, screen);
          await page.waitForTimeout(SETTLED_MS);
          await page.screenshot({ path: path.join(folder, `${screen.name}-${width}${dark ? '-dark' : ''}.png`) });
        } catch (error) {
          console.log('FAILED', screen.name, width, error instanceof Error ? error.message.slice(0, 500) : error);
          await page.screenshot({ path: path.join(folder, `${screen.name}-${width}-failed.png`) });
        }
        await context.close();
        await testServer.close();
      }
    }
  } finally {
    await browser.close();
  }
}

void takeAll();
