/** For this package's own tests: one browser a file, and the small hand-written mini-program opened in it. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser-driver';
import type { EngineDriver } from './driver';
import { launchWeapp, type LaunchOptions } from './launch';

/** Opens the fixture. What is open is closed after each test, which fails if the mini-program has logged an error. */
export function useFixture(): (options?: Partial<LaunchOptions>) => Promise<EngineDriver> {
  let browser: Browser;
  let app: EngineDriver | undefined;
  beforeAll(async () => {
    browser = await startBrowser('weapp');
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const errors = await app?.errors();
    await app?.close();
    app = undefined;
    expect(errors).toEqual([]);
  });
  return async (options = {}) => {
    app = await launchWeapp({ build: join(__dirname, 'fixture'), browser, ...options });
    return app;
  };
}
