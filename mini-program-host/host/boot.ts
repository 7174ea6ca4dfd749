import type { EngineStats } from '../driver';
import { defaultLaunch, type LaunchSettings } from '../launch-options';
import type { Manifest } from '../manifest';
import { withTheme } from '../theme';
import { ApiMaker, type ApiTable, type Fields } from './api';
import { MiniProgramBackend, describeEventTargets } from './backend';
import { Components, type TemplateGroup } from './code-space';
import { Dialogs } from './dialogs';
import { listenToElements } from './element-events';
import type { WxCamera } from './elements/camera';
import { callHook, reportError } from './errors';
import { Files } from './files';
import { standardGlobals } from './globals';
import { measureSetData, readStats } from './measure';
import { Modules, type Injected } from './modules';
import { PageStack, type Sharing } from './page-stack';
import { Permissions } from './permissions';
import { openPickerSheet } from './picker-sheet';
import { drawSinglePageBar } from './single-page';
import { listenToTouches } from './touches';
import { makeWx } from './wx';
import { isUnsupported } from './wx-unsupported';
import { globalsWithoutIcu, takeIcuAway } from './without-icu';
import { launchFields } from './wx-app';
import { systemSignals } from './wx-system';

const singlePageScene = 1154;

interface Running {
  manifest: Manifest;
  components: Components;
  pages: PageStack;
  wx: ApiTable;
  launched: Fields;
}

const isDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** What the page's scripts call in order: `templates`, `define` for every module, `start`; then the driver takes over. */
export class Boot {
  private readonly launch: LaunchSettings = { ...defaultLaunch, ...readLaunch() };
  private readonly make = new ApiMaker(this.launch);
  private readonly dialogs = new Dialogs();
  private readonly files = new Files();
  private readonly signals = systemSignals();
  private readonly permissions = new Permissions(this.launch);
  private readonly hasIcu = this.launch.system === 'ios';
  private readonly modules = new Modules((path) => this.injectedFor(path), this.hasIcu);
  private readonly globals = { ...standardGlobals(), ...(this.hasIcu ? {} : globalsWithoutIcu) };
  private templateGroup: TemplateGroup = {};
  private running: Running | undefined;
  private app: Fields = {};

  templates(group: TemplateGroup): void {
    this.templateGroup = group;
  }

  define(path: string, run: (...injected: unknown[]) => void, propertyClass: string | null): void {
    this.modules.define(path, run, propertyClass);
  }

  start(built: Manifest): void {
    const theme = built.themes?.[isDark() ? 'dark' : 'light'] ?? {};
    const manifest = { ...built, app: withTheme(built.app, theme) };
    if (!this.hasIcu) takeIcuAway();
    describeEventTargets();
    measureSetData();
    listenToTouches();
    this.modules.roots = manifest.packages;
    const { launch, make, dialogs, files, signals, permissions } = this;
    const components = new Components(new MiniProgramBackend(), manifest, this.templateGroup, (path) =>
      this.modules.run(path),
    );
    const pages = new PageStack(manifest, components, this.modules, launch.scene === singlePageScene);
    const first = launch.path ?? manifest.app.entryPagePath ?? manifest.app.pages[0] ?? '';
    const launched = launchFields(launch, first);
    const wx = makeWx({ make, launch, launched, dialogs, pages, files, signals, manifest, permissions });
    this.running = { manifest, components, pages, wx, launched };
    Object.assign(this.globals, { wx });
    document.body.append(pages.element, dialogs.layer);
    this.listen();
    this.runApp(first).catch((error: unknown) => {
      // A phone would show a white screen: the driver need not wait for a page.
      document.body.dataset.blank = '';
      throw error;
    });
  }

  private async runApp(first: string): Promise<void> {
    const { manifest, components, pages, launched } = this.expectRunning();
    this.modules.run('app.js');
    if (manifest.app.lazyCodeLoading !== 'requiredComponents')
      for (const page of manifest.app.pages) components.prepare(page);
    callHook(this.app, 'onLaunch', launched);
    callHook(this.app, 'onShow', launched);
    if (this.launch.scene === singlePageScene) drawSinglePageBar(first);
    if ((await pages.open(`/${first.replace(/^\//, '')}`)) === undefined) return;
    const lost = { path: launched.path, query: launched.query, isEntryPage: true };
    this.signals.PageNotFound.tell(lost);
    if ('onPageNotFound' in this.app) callHook(this.app, 'onPageNotFound', lost);
    else throw new Error(`The app has no page ${first}.`);
  }

  private listen(): void {
    const { pages } = this.expectRunning();
    window.addEventListener('error', (event) => {
      callHook(this.app, 'onError', event.message);
      this.signals.Error.tell({ message: event.message });
    });
    window.addEventListener('unhandledrejection', ({ reason }) => {
      if (!(reason instanceof Error)) reportError(JSON.stringify(reason), 'unhandled rejection');
      callHook(this.app, 'onUnhandledRejection', { reason: reason as unknown });
      this.signals.UnhandledRejection.tell({ reason });
    });
    window.addEventListener('resize', () => {
      const size = { size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } };
      callHook(pages.top?.instance, 'onResize', size);
      this.signals.WindowResize.tell(size);
    });
    listenToElements({
      pages,
      wx: () => this.expectRunning().wx,
      share: (sharing) => {
        void this.share('onShareAppMessage', sharing).then((result) => {
          this.make.record('shareAppMessage', [result]);
        });
      },
      pick: (request) => {
        openPickerSheet(this.dialogs, request);
      },
      camera: ({ answer }) => {
        this.permissions.noteAsked('camera');
        answer(!this.permissions.isDenied('camera'));
      },
    });
  }

  private expectRunning(): Running {
    if (!this.running) throw new Error('The app has not started.');
    return this.running;
  }

  /** Names of the `wx` functions that do something here. */
  supportedApis(): string[] {
    const { wx } = this.expectRunning();
    return Object.keys(wx).filter((name) => !isUnsupported(wx[name]));
  }

  get calls(): ApiMaker['calls'] {
    return this.make.calls;
  }

  get album(): string[] {
    return this.files.album;
  }

  fileContent(path: string): string | undefined {
    return this.files.contentOf(path);
  }

  get denied(): string[] {
    return this.launch.denied;
  }

  /** The camera of the open page. */
  camera(): WxCamera {
    const camera = this.expectRunning().pages.top?.element.querySelector<WxCamera>('wx-camera');
    if (!camera) throw new Error('The page has no camera.');
    return camera;
  }

  background(): void {
    const { pages } = this.expectRunning();
    pages.top?.element.querySelector<WxCamera>('wx-camera')?.stop();
    pages.hideTop();
    callHook(this.app, 'onHide');
    this.signals.AppHide.tell({});
  }

  foreground(): void {
    const { pages, launched } = this.expectRunning();
    const entered = { ...launched, path: pages.top?.route ?? '', query: pages.top?.query ?? {} };
    callHook(this.app, 'onShow', entered);
    this.signals.AppShow.tell(entered);
    pages.showTop();
  }

  setOffline(offline: boolean): void {
    this.launch.offline = offline;
    this.signals.NetworkStatusChange.tell({ isConnected: !offline, networkType: offline ? 'none' : 'wifi' });
  }

  setAnswers({ denied, answers }: Pick<LaunchSettings, 'denied' | 'answers'>): void {
    Object.assign(this.launch, { denied, answers });
  }

  captureScreen(): void {
    this.signals.UserCaptureScreen.tell({});
  }

  visibleText(): string {
    const page = this.running?.pages.top?.element.innerText ?? '';
    return `${page}\n${this.dialogs.layer.innerText}`.trim();
  }

  /** What a share would send, with WeChat's own title and path where the page gives none. */
  async share(hook: 'onShareAppMessage' | 'onShareTimeline', sharing: Sharing = { from: 'menu' }): Promise<Fields> {
    const { top } = this.expectRunning().pages;
    if (typeof (top?.instance as unknown as Fields)[hook] !== 'function') throw new Error(`The page has no ${hook}.`);
    const given = ((await callHook(top?.instance, hook, sharing)) ?? {}) as Fields & { promise?: Promise<Fields> };
    const otherwise = { title: top?.title.textContent, path: `/${top?.route ?? ''}` };
    return JSON.parse(JSON.stringify({ ...otherwise, ...given, ...(await given.promise) })) as Fields;
  }

  stats(): EngineStats {
    return readStats(this.running?.pages.top?.element.querySelector('wx-page'));
  }

  private injectedFor(path: string): Injected {
    const { components, pages, wx } = this.expectRunning();
    const { Page, Component, Behavior } = components.globalsFor(path.replace(/\.js$/, ''));
    return {
      wx,
      App: (app: Fields) => {
        this.app = app;
      },
      Page,
      Component,
      Behavior,
      getApp: () => this.app,
      getCurrentPages: () => pages.instances(),
      globalThis: this.globals,
      global: this.globals,
      Intl: this.globals.Intl,
      RegExp: this.globals.RegExp,
    };
  }
}

function readLaunch(): Partial<LaunchSettings> {
  const text = new URLSearchParams(location.search).get('launch');
  return text === null ? {} : (JSON.parse(text) as Partial<LaunchSettings>);
}
