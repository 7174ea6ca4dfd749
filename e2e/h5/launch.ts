import type { Locator, Page } from 'playwright-core';
import { Finger, openPhone, type Phone, type PhoneOptions } from '../../mini-program-host/browser-driver';
import type { AppDriver, Picture, RestartOptions, ScreenStats, Target } from '../../mini-program-host/driver';

export interface H5Options extends PhoneOptions {
  /** Where a server answers for both the app and its API. */
  origin: string;
  path?: string;
  offline?: boolean;
  /** Values stored before the first launch. */
  stored?: Record<string, unknown>;
}

const openPage = '.taro_page';
/** Something to load that runs no script: storage belongs to an origin, and cannot be written before there is one. */
const blankPage = '/__blank';

/** Opens the browser build, and waits for its first page. */
export async function launchH5(options: H5Options): Promise<AppDriver> {
  const phone = await openPhone('h5', options);
  const driver = new H5Driver(phone, options);
  try {
    await driver.begin();
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}

/** Where the tabs lead (src/app.config.ts). */
const TABS: Readonly<Record<string, string>> = {
  首页: 'pages/home/index',
  日历: 'pages/calendar/index',
  我的: 'pages/mine/index',
};

class H5Driver implements AppDriver {
  readonly target = 'h5';
  readonly page: Page;
  private readonly finger: Finger;
  private readonly consoleErrors: string[] = [];
  private offline: boolean;

  constructor(
    private readonly phone: Phone,
    private readonly options: H5Options,
  ) {
    this.page = phone.page;
    this.offline = options.offline ?? false;
    this.finger = new Finger(this.page, ['.dialog', openPage, 'body']);
    this.page.on('console', (message) => {
      // The browser complains of every answer that is no success: an API may well refuse.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.consoleErrors.push(message.text());
      }
    });
    this.page.on('pageerror', (error) => this.consoleErrors.push(error.stack ?? error.message));
    this.page.on('response', (response) => {
      const kind = response.request().resourceType();
      const missing = response.status() >= 400 && ['script', 'stylesheet', 'image', 'font'].includes(kind);
      if (missing && !response.url().endsWith('/favicon.ico')) this.consoleErrors.push(`missing: ${response.url()}`);
    });
  }

  async begin(): Promise<void> {
    const { origin, stored = {} } = this.options;
    await this.page.route(`${origin}${blankPage}`, (route) => route.fulfill({ contentType: 'text/html', body: '' }));

    if (this.offline) await this.cutNetwork();
    await this.page.goto(`${origin}${blankPage}`);
    await this.page.evaluate((values) => {
      // As Taro stores in a browser: wrapped, so that every type survives.
      for (const [key, data] of Object.entries(values)) localStorage.setItem(key, JSON.stringify({ data }));
    }, stored);
    // While anything is routed the browser keeps no answer.
    await this.page.unroute(`${origin}${blankPage}`);
    await this.open(this.options.path);
  }

  private async open(path?: string): Promise<void> {
    // A change of the hash alone would not start the app again, and leaving its origin costs a new process of the browser.
    await this.page.evaluate(
      (hash) => {
        history.replaceState(null, '', `/${hash}`);
      },
      path === undefined ? '' : `#/${path}`,
    );
    await this.page.reload();
    await this.opened()
      .waitFor({ state: 'visible' })
      .catch(() => {
        throw new Error(`The app opened no page.\n${this.consoleErrors.join('\n')}`);
      });
    if (this.offline) await this.tellNetwork();
  }

  /** The app itself stays reachable, as from the browser's cache: without a network it is the API that is gone. */
  private readonly unreachable = (url: URL): boolean =>
    url.origin !== this.options.origin || url.pathname.startsWith('/api/');

  private async cutNetwork(): Promise<void> {
    await this.page.route(this.unreachable, (route) => route.abort('internetdisconnected'));
  }

  private opened(): Locator {
    return this.page.locator(openPage).filter({ visible: true }).last();
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

  /** The browser has one field for a day, whose parts are the columns. */
  pick(target: Target, values: string[]): Promise<void> {
    return this.fill(target, values.map((value) => value.replace(/\D/g, '').padStart(2, '0')).join('-'));
  }

  async text(): Promise<string> {
    const text = await this.page.evaluate(() => {
      const tabs = document.querySelector<HTMLElement>('taro-tabbar')?.innerText ?? '';
      const all = document.body.innerText;
      const at = tabs === '' ? -1 : all.lastIndexOf(tabs);
      return at < 0 ? all : all.slice(0, at) + all.slice(at + tabs.length);
    });
    return `${await this.title()}\n${text}`.trim();
  }

  waitText(text: string | RegExp): Promise<void> {
    return this.finger.waitText(() => this.text(), text, true);
  }

  waitGone(text: string | RegExp): Promise<void> {
    return this.finger.waitText(() => this.text(), text, false);
  }

  title(): Promise<string> {
    return this.page.title();
  }

  route(): Promise<string> {
    return this.page.evaluate(() => location.hash.replace(/^#\/?/, '').split('?')[0] ?? '');
  }

  async back(): Promise<void> {
    await this.page.goBack();
  }

  async switchTab(name: string): Promise<void> {
    await this.page.locator('taro-tabbar').getByText(name, { exact: true }).tap();
    // Its code may still be on its way, and what is tapped until then would be tapped on the tab that is left.
    await this.page.waitForFunction((route) => {
      const pages = Array.from(document.querySelectorAll('.taro_page'));
      const shown = pages.filter((page) => page.getClientRects().length > 0);
      return shown.length > 0 && shown.every(({ id }) => id.includes(route));
    }, TABS[name] ?? name);
  }

  async pullDown(): Promise<void> {
    await this.opened().evaluate((page) => {
      page.scrollTo(0, 0);
    });
    await this.finger.pullDown(this.opened());
  }

  async scrollToEnd(): Promise<void> {
    await this.page.mouse.move(195, 400);
    await this.page.mouse.wheel(0, 1_000_000);
  }

  background(): Promise<void> {
    return this.setVisible(false);
  }

  foreground(): Promise<void> {
    return this.setVisible(true);
  }

  /** A page of an automated browser is never really hidden: it is told so, in the way a browser tells it. */
  private setVisible(visible: boolean): Promise<void> {
    return this.page.evaluate((shown) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => !shown });
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        get: () => (shown ? 'visible' : 'hidden'),
      });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, visible);
  }

  restart(options: RestartOptions = {}): Promise<void> {
    return this.open(options.path);
  }

  async setOffline(offline: boolean): Promise<void> {
    if (offline === this.offline) return;
    this.offline = offline;
    if (offline) await this.cutNetwork();
    else await this.page.unroute(this.unreachable);
    await this.tellNetwork();
  }

  private tellNetwork(): Promise<void> {
    return this.page.evaluate((offline) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !offline });
      window.dispatchEvent(new Event(offline ? 'offline' : 'online'));
    }, this.offline);
  }

  storage(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(Object.entries(localStorage).map(([key, text]) => [key, String(text)])),
    );
  }

  plant(key: string, text: string): Promise<void> {
    return this.page.evaluate(
      ([name, value]) => {
        localStorage.setItem(name, value);
      },
      [key, text] as const,
    );
  }

  errors(): Promise<string[]> {
    return Promise.resolve([...this.consoleErrors]);
  }

  stats(): Promise<ScreenStats> {
    return this.opened().evaluate((root) => {
      const measure = (element: Element): { nodes: number; depth: number; children: number } => {
        const below = Array.from(element.children, measure);
        return {
          nodes: below.reduce((sum, each) => sum + each.nodes, 1),
          depth: below.reduce((deepest, each) => Math.max(deepest, each.depth), 0) + 1,
          children: below.reduce((most, each) => Math.max(most, each.children), element.childElementCount),
        };
      };
      return new Promise<ScreenStats>((resolve) => {
        const tree = measure(root);
        const observer = new PerformanceObserver((list) => {
          finish(Math.max(...list.getEntries().map((entry) => entry.duration)));
        });
        const finish = (longestTask: number): void => {
          observer.disconnect();
          resolve({ ...tree, longestTask });
        };
        observer.observe({ type: 'longtask', buffered: true });
        // Buffered entries come before the next frame; without any there is nothing to wait for.
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            finish(0);
          });
        });
      });
    });
  }

  screenshot(picture: Picture): Promise<void> {
    return this.finger.screenshot(picture);
  }

  close(): Promise<void> {
    return this.phone.close();
  }
}
