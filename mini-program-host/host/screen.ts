import type { GeneralComponent } from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter';
import type { WindowConfig } from '../manifest';
import { convertUnits } from '../units';
import type { EventChannel } from './event-channel';
import { PageScrolling } from './scrolling';

export interface PageInstance {
  route: string;
  __route__: string;
  options: Record<string, string>;
  getOpenerEventChannel: () => EventChannel;
}

const create = (className: string, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
};

/** One page of the stack: its bar, its scrolling area, and the component tree in it. */
export class Screen {
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly instance: PageInstance;
  readonly title: HTMLElement;
  readonly backButton: HTMLElement;
  readonly scrolling: PageScrolling;
  private rootFontSize = '';
  shown = false;
  ready = false;

  constructor(
    readonly route: string,
    readonly query: Record<string, string>,
    readonly config: WindowConfig,
    private readonly root: Root,
    channel: EventChannel,
  ) {
    this.title = create('e-title', config.navigationBarTitleText ?? '');
    this.title.setAttribute('role', 'heading');
    this.title.setAttribute('aria-level', '1');
    this.backButton = document.createElement('button');
    this.backButton.className = 'e-back';
    this.backButton.setAttribute('aria-label', '返回');
    this.scroller = create('e-scroll');
    const bar = create('e-bar', this.backButton, this.title, create('e-capsule'));
    const area = create('e-area', this.scroller);
    this.element = create('e-page', ...(config.navigationStyle === 'custom' ? [] : [bar]), area);
    this.element.dataset.route = route;
    this.element.dataset.light = String(config.navigationBarTextStyle !== 'black');
    bar.style.background = config.navigationBarBackgroundColor ?? '#000';
    if (config.disableScroll === true) this.scroller.style.overflow = 'hidden';

    const caller = root.get() as unknown as PageInstance;
    this.instance = Object.assign(caller, {
      route,
      __route__: route,
      options: query,
      getOpenerEventChannel: () => channel,
    });
    this.scrolling = new PageScrolling(this);
  }

  get component(): GeneralComponent {
    return this.root.getComponent();
  }

  /** Puts the page into the document: its components' `attached` run now. */
  attach(parent: HTMLElement, canGoBack: boolean): void {
    this.backButton.hidden = !canGoBack;
    parent.append(this.element);
    const placeholder = document.createElement('div');
    this.scroller.append(placeholder);
    type Backend = Parameters<Root['attach']>[0];
    this.root.attach(this.scroller as unknown as Backend, placeholder as unknown as Backend);
  }

  /** What `page-meta` says of the page as a whole. */
  applyMeta(style: string, rootFontSize: string): void {
    const page = this.scroller.querySelector<HTMLElement>('wx-page');
    page?.setAttribute('style', convertUnits(style));
    // A page that may not overflow may not scroll: this is how a page behind a dialog is held still.
    this.scroller.style.overflow = page?.style.overflow === 'hidden' ? 'hidden' : '';
    this.rootFontSize = rootFontSize;
    if (this.shown) document.documentElement.style.fontSize = rootFontSize;
  }

  show(): void {
    this.shown = true;
    this.element.hidden = false;
    document.documentElement.style.fontSize = this.rootFontSize;
    this.component.triggerPageLifetime('show', []);
  }

  hide(): void {
    this.shown = false;
    this.element.hidden = true;
    this.component.triggerPageLifetime('hide', []);
  }

  release(): void {
    this.root.release();
    this.element.remove();
  }
}
