import type { WindowConfig } from '../manifest';
import { callHook } from './errors';

interface ScrolledPage {
  readonly scroller: HTMLElement;
  readonly config: WindowConfig;
  readonly instance: object;
}

const pullLength = 60;
const defaultReach = 50;

/** A page's own scrolling: `onPageScroll`, `onReachBottom`, and pulling down to refresh. */
export class PageScrolling {
  private atEnd = false;
  private readonly sign = document.createElement('div');

  constructor(private readonly screen: ScrolledPage) {
    const { scroller, config } = screen;
    this.sign.className = 'e-refresh';
    this.sign.setAttribute('role', 'status');
    scroller.addEventListener('scroll', () => {
      this.scrolled();
    });
    if (config.enablePullDownRefresh === true) this.listenToPull();
  }

  get refreshing(): boolean {
    return this.sign.isConnected;
  }

  refresh(): void {
    if (this.refreshing) return;
    this.screen.scroller.prepend(this.sign);
    callHook(this.screen.instance, 'onPullDownRefresh');
  }

  stopRefresh(): void {
    this.sign.remove();
  }

  private scrolled(): void {
    const { scroller, instance, config } = this.screen;
    callHook(instance, 'onPageScroll', { scrollTop: scroller.scrollTop });
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    const atEnd = left <= (config.onReachBottomDistance ?? defaultReach);
    if (atEnd && !this.atEnd) callHook(instance, 'onReachBottom');
    this.atEnd = atEnd;
  }

  private listenToPull(): void {
    const { scroller } = this.screen;
    let from: number | undefined;
    scroller.addEventListener('touchstart', (event) => {
      from = scroller.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
    });
    // Not passive: the browser would take the drag for its own scrolling and end the touch.
    scroller.addEventListener(
      'touchmove',
      (event) => {
        const y = event.touches[0]?.clientY ?? 0;
        if (from !== undefined && y > from && event.cancelable) event.preventDefault();
      },
      { passive: false },
    );
    scroller.addEventListener('touchend', (event) => {
      const y = event.changedTouches[0]?.clientY ?? 0;
      if (from !== undefined && y - from > pullLength) this.refresh();
      from = undefined;
    });
  }
}
