import type { Manifest } from '../manifest';
import { Refusal, type ApiResult } from './api';
import type { Components } from './code-space';
import { callHook } from './errors';
import { EventChannel } from './event-channel';
import type { Modules } from './modules';
import { Screen, type PageInstance } from './screen';
import { TabBarView } from './tab-bar';

const deepest = 10;

/** Where a share was started, as `onShareAppMessage` is told. */
export interface Sharing {
  from: 'menu' | 'button';
  target?: unknown;
}

const parseQuery = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decodeURIComponent(name), value.join('=')];
      }),
  );

/** `/pages/a?x=1` or `../b` as seen from a page. The values of a query stay encoded, as WeChat leaves them. */
function parsePageUrl(url: string, from: string): { route: string; query: Record<string, string> } {
  const [path = '', query = ''] = url.split('?');
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return { route: parts.join('/'), query: parseQuery(query) };
}

/** The pages that are open, and the ways between them. */
export class PageStack {
  readonly element = document.createElement('div');
  readonly tabBar: TabBarView | undefined;
  private stack: Screen[] = [];
  private readonly keptTabs = new Map<string, Screen>();

  constructor(
    private readonly manifest: Manifest,
    private readonly components: Components,
    private readonly modules: Modules,
    private readonly singlePage: boolean,
  ) {
    this.element.className = 'e-phone';
    const { tabBar } = manifest.app;
    if (!tabBar || singlePage) return;
    this.tabBar = new TabBarView(tabBar, (route, index, text) => {
      void this.switchTab(`/${route}`).then(() => {
        callHook(this.top?.instance, 'onTabItemTap', { index, pagePath: route, text });
      });
    });
    this.element.append(this.tabBar.element);
  }

  get top(): Screen | undefined {
    return this.stack.at(-1);
  }

  instances(): PageInstance[] {
    return this.stack.map((screen) => screen.instance);
  }

  screenOf(node: EventTarget | null): Screen | undefined {
    return [...this.stack, ...this.keptTabs.values()].find(
      (screen) => node instanceof Node && screen.element.contains(node),
    );
  }

  isTab(route: string): boolean {
    return this.manifest.app.tabBar?.list.some((item) => item.pagePath === route) ?? false;
  }

  /** Opens the first page of a launch. */
  async open(url: string): Promise<ApiResult> {
    const { route, query } = parsePageUrl(url, '');
    if (!this.manifest.pages.includes(route)) return new Refusal(`page "${route}" is not found`);
    await this.modules.loadPackageOf(route);
    this.push(route, query);
    return undefined;
  }

  async navigateTo(url: string): Promise<ApiResult> {
    const { route, query } = parsePageUrl(url, this.top?.route ?? '');
    const refusal = this.refuse(route, false);
    if (refusal) return refusal;
    if (this.stack.length >= deepest) return new Refusal(`webview count limit exceed`);
    await this.modules.loadPackageOf(route);
    this.leave(this.top);
    const eventChannel = new EventChannel();
    this.push(route, query, eventChannel);
    return { eventChannel };
  }

  async redirectTo(url: string): Promise<ApiResult> {
    const { route, query } = parsePageUrl(url, this.top?.route ?? '');
    const refusal = this.refuse(route, false);
    if (refusal) return refusal;
    await this.modules.loadPackageOf(route);
    this.unload(this.stack.pop());
    this.push(route, query);
    return undefined;
  }

  async reLaunch(url: string): Promise<ApiResult> {
    const { route, query } = parsePageUrl(url, this.top?.route ?? '');
    const refusal = this.refuse(route, undefined);
    if (refusal) return refusal;
    await this.modules.loadPackageOf(route);
    for (const screen of new Set([...this.stack.splice(0).reverse(), ...this.keptTabs.values()])) this.unload(screen);
    this.push(route, query);
    return undefined;
  }

  async switchTab(url: string): Promise<ApiResult> {
    const { route, query } = parsePageUrl(url, this.top?.route ?? '');
    const refusal = this.refuse(route, true);
    if (refusal) return refusal;
    await this.modules.loadPackageOf(route);
    if (this.top?.route === route) return undefined;
    const below = this.stack[0];
    while (this.stack.length > 1) this.unload(this.stack.pop());
    if (below && !this.isTab(below.route)) this.unload(below);
    else if (below?.route !== route) this.leave(below);
    this.stack = [];
    const kept = this.keptTabs.get(route);
    if (kept) {
      this.stack.push(kept);
      this.enter(kept);
    } else {
      this.push(route, query);
    }
    return undefined;
  }

  navigateBack(delta: number): ApiResult {
    if (this.stack.length < 2) return new Refusal('cannot navigate back at first page.');
    const count = Math.min(Math.max(delta, 1), this.stack.length - 1);
    for (let step = 0; step < count; step++) this.unload(this.stack.pop());
    if (this.top) this.enter(this.top);
    return undefined;
  }

  hideTop(): void {
    this.leave(this.top);
  }

  showTop(): void {
    if (this.top && !this.top.shown) this.enter(this.top);
  }

  private refuse(route: string, tab: boolean | undefined): Refusal | undefined {
    if (this.singlePage) return new Refusal('can not navigate in single page mode');
    if (!this.manifest.pages.includes(route)) return new Refusal(`page "${route}" is not found`);
    if (tab === true && !this.isTab(route)) return new Refusal('can not switch to no-tabBar page');
    if (tab === false && this.isTab(route)) return new Refusal('can not navigateTo a tabbar page');
    return undefined;
  }

  private push(route: string, query: Record<string, string>, channel = new EventChannel()): void {
    this.components.prepare(route);
    const config = { ...this.manifest.app.window, ...this.manifest.configs[route] };
    const screen = new Screen(route, query, config, this.components.create(route), channel);
    this.stack.push(screen);
    if (this.isTab(route)) this.keptTabs.set(route, screen);
    screen.element.classList.toggle('e-with-tabs', this.isTab(route) && this.tabBar !== undefined);
    screen.backButton.addEventListener('click', () => this.navigateBack(1));
    screen.attach(this.element, this.stack.length > 1);
    callHook(screen.instance, 'onLoad', query);
    this.enter(screen);
    requestAnimationFrame(() => {
      screen.ready = true;
      callHook(screen.instance, 'onReady');
    });
  }

  private enter(screen: Screen): void {
    screen.show();
    if (this.tabBar) {
      this.tabBar.element.hidden = !this.isTab(screen.route);
      this.tabBar.select(screen.route);
    }
    callHook(screen.instance, 'onShow');
    for (const root of this.manifest.app.preloadRule?.[screen.route]?.packages ?? [])
      void this.modules.loadPackage(root);
  }

  private leave(screen: Screen | undefined): void {
    if (!screen?.shown) return;
    screen.hide();
    callHook(screen.instance, 'onHide');
  }

  private unload(screen: Screen | undefined): void {
    if (!screen) return;
    this.keptTabs.delete(screen.route);
    callHook(screen.instance, 'onUnload');
    screen.release();
  }
}
