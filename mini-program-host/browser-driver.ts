import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumArguments, findChromium } from './chromium';
import type { Picture, Target } from './driver';
import { dragFinger } from './touch';

const patience = 10_000;

export interface PhoneOptions {
  /** A browser that the caller keeps for several launches; without it each launch starts and ends its own. */
  browser?: Browser;
  /** The phone's time zone; Asia/Shanghai unless a test is about phones that are set otherwise. */
  timezone?: string;
  /** What the phone's clock says at the start, in epoch ms; it runs on from there. */
  now?: number;
  width?: number;
  height?: number;
  /** Dots of the screen to a CSS pixel; 2 unless said otherwise. */
  density?: number;
  /** The phone's scheme; light unless said otherwise. */
  colorScheme?: 'light' | 'dark';
  /** Whether the browser keeps the app itself. Kept, its requests for that are out of a test's sight. */
  offlineCopy?: boolean;
}

export interface Phone {
  page: Page;
  close: () => Promise<void>;
}

/**
 * A browser for one target. A mini-program has no origin, so its server sends no CORS headers: the browser that plays
 * one does not ask for them.
 */
export function startBrowser(target: 'weapp' | 'h5'): Promise<Browser> {
  const args = target === 'weapp' ? [...chromiumArguments(), '--disable-web-security'] : chromiumArguments();
  return chromium.launch({ executablePath: findChromium(), headless: true, args });
}

/** Runs in the page, before anything of its own. */
function shiftDate(offset: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (RealDate, args: [number?], asked: typeof Date) =>
      Reflect.construct(RealDate, args.length === 0 ? [RealDate.now() + offset] : args, asked) as Date,
    apply: (RealDate) => String(new RealDate(RealDate.now() + offset)),
    get: (RealDate, name): unknown => (name === 'now' ? () => RealDate.now() + offset : Reflect.get(RealDate, name)),
  });
}

/** From now on every page says that it is `now`, and runs on from there. Timers are the browser's own. */
export async function setClock(context: BrowserContext, now: number): Promise<void> {
  // `Date` may be shifted here, too.
  await context.addInitScript(shiftDate, Math.round(now - performance.timeOrigin - performance.now()));
}

/** A phone-sized page with nothing left over from another test. */
export async function openPhone(target: 'weapp' | 'h5', options: PhoneOptions): Promise<Phone> {
  const browser = options.browser ?? (await startBrowser(target));
  const context = await browser.newContext({
    viewport: { width: options.width ?? 390, height: options.height ?? 844 },
    deviceScaleFactor: options.density ?? 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    colorScheme: options.colorScheme ?? 'light',
    timezoneId: options.timezone ?? 'Asia/Shanghai',
    serviceWorkers: options.offlineCopy === true ? 'allow' : 'block',
  });
  context.setDefaultTimeout(patience);
  // tsx wraps named functions in a helper; one that is sent to the page would look for it there.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  if (options.now !== undefined) await setClock(context, options.now);
  const page = await context.newPage();
  return {
    page,
    close: async () => {
      await context.close();
      if (options.browser === undefined) await browser.close();
    },
  };
}

const isSelector = (target: Target): boolean => /^([#.[]|css=)/.test(target);
const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** What a person does with a page, the same for both targets. */
export class Finger {
  constructor(
    readonly page: Page,
    /** Where to look first: what lies on top, then the open page. */
    private readonly layers: string[],
  ) {}

  /** The named thing, once it can be seen. What lies on top goes before what lies below, whole texts before parts. */
  async find(target: Target): Promise<Locator> {
    const seen = (locator: Locator): Locator => locator.filter({ visible: true });
    const choices = isSelector(target)
      ? [seen(this.page.locator(target))]
      : this.layers.flatMap((layer) => {
          const within = this.page.locator(layer).filter({ visible: true });
          return [
            within.getByText(target, { exact: true }),
            within.locator(`[aria-label="${quoted(target)}"]`),
            within.getByText(target),
          ].map(seen);
        });
    const any = choices.reduce((all, each) => all.or(each));
    await any
      .first()
      .waitFor({ state: 'visible' })
      .catch(() => {
        throw new Error(`Nothing on the screen is called “${target}”.`);
      });
    for (const choice of choices) {
      if ((await choice.count()) > 0) return choice.first();
    }
    return any.first();
  }

  async tap(target: Target): Promise<void> {
    const found = await this.find(target);
    await found.tap();
  }

  async longPress(target: Target): Promise<void> {
    const found = await this.find(target);
    await found.scrollIntoViewIfNeeded();
    const box = await found.boundingBox();
    if (!box) throw new Error(`“${target}” has no place on the screen.`);
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await dragFinger(this.page, point, point, async () => {
      // WeChat's own measure of "long" is 350 ms: a finger that rests is what is being tested.
      await this.page.waitForTimeout(400);
    });
  }

  async fill(target: Target, value: string): Promise<void> {
    const field = await this.findField(target);
    await field.tap();
    await field.fill(value);
    await field.blur();
  }

  private async findField(target: Target): Promise<Locator> {
    const editable = 'input, textarea';
    if (isSelector(target)) {
      const found = await this.find(target);
      const inner = found.locator(editable);
      return (await inner.count()) > 0 ? inner.first() : found;
    }
    const named = this.page
      .locator(
        ['input', 'textarea']
          .flatMap((field) => ['aria-label', 'placeholder'].map((name) => `${field}[${name}="${quoted(target)}"]`))
          .join(', '),
      )
      .filter({ visible: true });
    await named
      .first()
      .waitFor({ state: 'visible' })
      .catch(() => {
        throw new Error(`No field on the screen is called “${target}”.`);
      });
    return named.first();
  }

  async waitText(read: () => Promise<string>, wanted: string | RegExp, present: boolean): Promise<void> {
    const has = (text: string): boolean => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
    const until = performance.now() + patience;
    let text = await read();
    while (has(text) !== present) {
      if (performance.now() > until) {
        const what = present ? 'did not come' : 'did not go';
        throw new Error(`“${String(wanted)}” ${what}. On the screen:\n${text}`);
      }
      await this.page.waitForTimeout(20);
      text = await read();
    }
  }

  async pullDown(area: Locator): Promise<void> {
    const box = await area.boundingBox();
    if (!box) throw new Error('There is no page to pull down.');
    const from = { x: box.x + box.width / 2, y: box.y + 30 };
    await dragFinger(this.page, from, { x: from.x, y: from.y + 200 });
  }

  async screenshot({ path, quality }: Picture): Promise<void> {
    // What was just tapped still looks pressed for a moment.
    await this.page.waitForFunction(() => document.querySelector('.tap:active') === null);
    const type = quality === undefined ? 'png' : 'jpeg';
    await this.page.screenshot({ path, type, quality, animations: 'disabled' });
  }
}
