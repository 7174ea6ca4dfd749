import type { Page } from 'playwright-core';
import { Finger, openPhone, type Phone, type PhoneOptions } from './browser-driver';
import type { EngineDriver, EngineStats, Picture, RestartOptions, Target } from './driver';
import { defaultLaunch, type LaunchSettings, type RecordedCall } from './launch-options';
import { serveApp, type EngineServer } from './serve';
import type { Boot } from './host/boot';

export interface LaunchOptions
  extends
    PhoneOptions,
    Partial<
      Pick<LaunchSettings, 'path' | 'scene' | 'domains' | 'offline' | 'forward' | 'system' | 'fontSize' | 'answers'>
    > {
  /** The folder of the build, with app.json in it. */
  build: string;
  /** Values stored before the first launch. */
  stored?: Record<string, unknown>;
}

declare global {
  interface Window {
    __engine: Boot;
  }
}

const openPage = '.e-page:not([hidden])';

/** Opens a mini-program build in the browser and waits for its first page. */
export async function launchWeapp(options: LaunchOptions): Promise<EngineDriver> {
  const server = await serveApp(options.build);
  const phone = await openPhone('weapp', options);
  const driver = new WeappDriver(server, phone, options);
  try {
    await driver.begin(options.stored ?? {});
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

class WeappDriver implements EngineDriver {
  readonly target = 'weapp';
  readonly page: Page;
  private readonly finger: Finger;
  private settings: LaunchSettings;
  private readonly consoleErrors: string[] = [];

  constructor(
    private readonly server: EngineServer,
    private readonly phone: Phone,
    options: LaunchOptions,
  ) {
    this.page = phone.page;
    this.finger = new Finger(this.page, ['.e-layer', openPage, '.e-phone']);
    const { path, domains } = options;
    this.settings = {
      ...defaultLaunch,
      ...(path === undefined ? {} : { path }),
      ...(domains === undefined ? {} : { domains }),
      scene: options.scene ?? defaultLaunch.scene,
      offline: options.offline ?? false,
      forward: options.forward ?? {},
      system: options.system ?? defaultLaunch.system,
      fontSize: options.fontSize ?? defaultLaunch.fontSize,
      answers: options.answers ?? {},
    };
    this.page.on('console', (message) => {
      // The browser complains of every answer that is no success; only a missing file of the package is an error of ours.
      const network =
        message.text().startsWith('Failed to load resource') && !message.location().url.startsWith(server.origin);
      if (message.type() === 'error' && !network) this.consoleErrors.push(message.text());
    });
    this.page.on('pageerror', (error) => {
      // What is thrown without being an Error has no words of its own here: the host reports it on the console.
      if (error.message !== '') this.consoleErrors.push(error.stack ?? error.message);
    });
  }

  async begin(stored: Record<string, unknown>): Promise<void> {
    if (Object.keys(stored).length > 0) {
      await this.page.goto(`${this.server.origin}/__engine/blank.html`);
      await this.page.evaluate((values) => {
        for (const [key, value] of Object.entries(values))
          localStorage.setItem(`storage:${key}`, JSON.stringify(value));
      }, stored);
    }
    await this.open();
  }

  /** Chooses in the picker that `target` opens, one text a column. */
  async pick(target: Target, values: string[]): Promise<void> {
    await this.tap(target);
    const sheet = this.page.locator('.e-sheet').last();
    for (const [column, value] of values.entries()) {
      await sheet.locator('.e-column').nth(column).getByText(value, { exact: true }).tap();
    }
    await sheet.getByText('确定', { exact: true }).tap();
  }

  private async open(): Promise<void> {
    await this.page.goto(`${this.server.origin}/?launch=${encodeURIComponent(JSON.stringify(this.settings))}`);
    await this.page.locator(`${openPage}, body[data-blank]`).first().waitFor({ state: 'attached' });
    if ((await this.page.locator(openPage).count()) === 0)
      throw new Error(`The app opened no page.\n${this.consoleErrors.join('\n')}`);
  }

  tap(target: Target): Promise<void> {
    return this.finger.tap(target);
  }

  longPress(target: Target): Promise<void> {
    return this.finger.longPress(target);
  }

  fill(target: Target, value: string): Promise<void> {
    return this.finger.fill(target, value);
  }

  text(): Promise<string> {
    return this.page.evaluate(() => window.__engine.visibleText());
  }

  waitText(text: string | RegExp): Promise<void> {
    return this.finger.waitText(() => this.text(), text, true);
  }

  waitGone(text: string | RegExp): Promise<void> {
    return this.finger.waitText(() => this.text(), text, false);
  }

  title(): Promise<string> {
    return this.page.locator(`${openPage} .e-title`).innerText();
  }

  async route(): Promise<string> {
    return (await this.page.locator(openPage).first().getAttribute('data-route')) ?? '';
  }

  async back(): Promise<void> {
    await this.page.locator(`${openPage} .e-back`).tap();
  }

  async switchTab(name: string): Promise<void> {
    await this.page.locator('.e-tab').getByText(name, { exact: true }).tap();
  }

  async pullDown(): Promise<void> {
    const area = this.page.locator(`${openPage} .e-scroll`);
    await area.evaluate((scroller) => {
      scroller.scrollTo(0, 0);
    });
    await this.finger.pullDown(area);
  }

  async scrollToEnd(): Promise<void> {
    const area = this.page.locator(`${openPage} .e-scroll`);
    await area.hover();
    await this.page.mouse.wheel(0, 1_000_000);
  }

  background(): Promise<void> {
    return this.page.evaluate(() => {
      window.__engine.background();
    });
  }

  foreground(): Promise<void> {
    return this.page.evaluate(() => {
      window.__engine.foreground();
    });
  }

  async restart(options: RestartOptions = {}): Promise<void> {
    // The person may have changed permissions in the app's own setting sheet.
    const denied = await this.page.evaluate(() => window.__engine.denied);
    this.settings = { ...this.settings, denied, scene: options.scene ?? defaultLaunch.scene };
    delete this.settings.path;
    if (options.path !== undefined) this.settings.path = options.path;
    await this.open();
  }

  async setOffline(offline: boolean): Promise<void> {
    this.settings.offline = offline;
    await this.page.evaluate((value) => {
      window.__engine.setOffline(value);
    }, offline);
  }

  storage(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(
        Object.entries(localStorage)
          .filter(([name]) => name.startsWith('storage:'))
          .map(([name, text]) => [name.slice('storage:'.length), String(text)]),
      ),
    );
  }

  plant(key: string, text: string): Promise<void> {
    return this.page.evaluate(
      ([name, value]) => {
        localStorage.setItem(`storage:${name}`, value);
      },
      [key, text] as const,
    );
  }

  errors(): Promise<string[]> {
    return Promise.resolve([...this.consoleErrors]);
  }

  calls(name: string): Promise<RecordedCall[]> {
    return this.page.evaluate((wanted) => window.__engine.calls.filter((call) => call.name === wanted), name);
  }

  async deny(api: string): Promise<void> {
    this.settings.denied = [...this.settings.denied, api];
    await this.applyAnswers();
  }

  async allow(api: string): Promise<void> {
    this.settings.denied = this.settings.denied.filter((each) => each !== api);
    await this.applyAnswers();
  }

  async answer(api: string, result: Record<string, unknown>): Promise<void> {
    this.settings.answers = { ...this.settings.answers, [api]: result };
    await this.applyAnswers();
  }

  private applyAnswers(): Promise<void> {
    const { denied, answers } = this.settings;
    return this.page.evaluate(
      (given) => {
        window.__engine.setAnswers(given);
      },
      { denied, answers },
    );
  }

  async album(): Promise<Buffer[]> {
    const urls = await this.page.evaluate(() => window.__engine.album);
    return urls.map((url) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }

  async file(path: string): Promise<Buffer> {
    const content = await this.page.evaluate((wanted) => window.__engine.fileContent(wanted), path);
    if (content === undefined) throw new Error(`The phone has no file ${path}.`);
    return Buffer.from(content, 'base64');
  }

  async scan(text: string, type = 'QR_CODE'): Promise<void> {
    await this.page.locator(`${openPage} wx-camera`).waitFor();
    const why = await this.page.evaluate(([code, kind]) => window.__engine.camera().see(code, kind), [
      text,
      type,
    ] as const);
    if (why !== null) throw new Error(`Nothing is scanned: ${why}.`);
  }

  isTorchOn(): Promise<boolean> {
    return this.page.evaluate(() => window.__engine.camera().isTorchOn);
  }

  captureScreen(): Promise<void> {
    return this.page.evaluate(() => {
      window.__engine.captureScreen();
    });
  }

  share(): Promise<Record<string, unknown>> {
    return this.page.evaluate(() => window.__engine.share('onShareAppMessage'));
  }

  shareTimeline(): Promise<Record<string, unknown>> {
    return this.page.evaluate(() => window.__engine.share('onShareTimeline'));
  }

  stats(): Promise<EngineStats> {
    return this.page.evaluate(() => window.__engine.stats());
  }

  screenshot(picture: Picture): Promise<void> {
    return this.finger.screenshot(picture);
  }

  async close(): Promise<void> {
    await this.phone.close();
    await this.server.close();
  }
}
