import { WxElement } from './base';

/** A box that scrolls by itself and tells where it is. */
export class WxScrollView extends WxElement {
  private last = { top: 0, left: 0 };
  private wanted: Record<string, unknown> = {};
  private atStart = true;
  private atEnd = false;
  private pulledFrom: number | undefined;

  constructor() {
    super();
    this.addEventListener('scroll', () => {
      this.scrolled();
    });
    this.addEventListener('touchstart', (event) => {
      this.pulledFrom = this.flag('refresher-enabled') && this.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
    });
    this.addEventListener('touchend', (event) => {
      const end = event.changedTouches[0]?.clientY ?? 0;
      if (this.pulledFrom !== undefined && end - this.pulledFrom > this.number('refresher-threshold', 45))
        this.send('refresherrefresh');
      this.pulledFrom = undefined;
    });
  }

  protected override update(): void {
    this.obey('scroll-top', (value) => {
      this.scrollTop = Number(value);
    });
    this.obey('scroll-left', (value) => {
      this.scrollLeft = Number(value);
    });
    this.obey('scroll-into-view', (value) => {
      if (typeof value === 'string' && value !== '')
        this.querySelector(`#${CSS.escape(value)}`)?.scrollIntoView({ block: 'start' });
    });
  }

  /** A position is an order when it changes, not a state that is kept. */
  private obey(name: string, move: (value: unknown) => void): void {
    const value = this.given(name);
    if (value === this.wanted[name] || value === undefined || value === '') return;
    this.wanted[name] = value;
    // The children may still be on their way in.
    requestAnimationFrame(() => {
      move(value);
    });
  }

  private scrolled(): void {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = this;
    const vertical = this.flag('scroll-y');
    const [deltaX, deltaY] = [this.last.left - scrollLeft, this.last.top - scrollTop];
    this.last = { top: scrollTop, left: scrollLeft };
    this.send('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
    const before = vertical ? scrollTop : scrollLeft;
    const after = vertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
    const start = before <= this.number('upper-threshold', 50);
    const end = after <= this.number('lower-threshold', 50);
    if (start && !this.atStart) this.send('scrolltoupper', { direction: vertical ? 'top' : 'left' });
    if (end && !this.atEnd) this.send('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    this.atStart = start;
    this.atEnd = end;
  }
}
