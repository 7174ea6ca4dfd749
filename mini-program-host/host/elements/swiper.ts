import { shadow, WxElement } from './base';

const style = `
:host { display: block; position: relative; height: 150px; overflow: hidden; }
.track { position: absolute; inset: 0; display: flex; }
.track.vertical { flex-direction: column; }
::slotted(*) { flex: none; width: 100%; height: 100%; }
.dots { position: absolute; left: 0; right: 0; bottom: 8px; display: flex; gap: 8px; justify-content: center; }
.dots i { width: 8px; height: 8px; border-radius: 50%; background: rgb(0 0 0 / 30%); }
.dots i.on { background: #000; }`;

const swipeLength = 40;

/** Slides that turn at once: an animation would only be something to wait for. */
export class WxSwiper extends WxElement {
  private readonly track = document.createElement('div');
  private readonly dots = document.createElement('div');
  private current = 0;
  private given0: unknown;
  private timer: ReturnType<typeof setInterval> | undefined;
  private from: { x: number; y: number } | undefined;

  constructor() {
    super();
    this.track.className = 'track';
    this.dots.className = 'dots';
    const slot = document.createElement('slot');
    slot.addEventListener('slotchange', () => {
      this.place();
    });
    this.track.append(slot);
    shadow(this, style, this.track, this.dots);
    this.addEventListener('touchstart', (event) => {
      const touch = event.touches[0];
      this.from = touch ? { x: touch.clientX, y: touch.clientY } : undefined;
    });
    this.addEventListener('touchend', (event) => {
      const touch = event.changedTouches[0];
      if (touch && this.from) this.swiped(touch.clientX - this.from.x, touch.clientY - this.from.y);
    });
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private get count(): number {
    return this.querySelectorAll(':scope > wx-swiper-item').length;
  }

  private swiped(x: number, y: number): void {
    const [along, across] = this.flag('vertical') ? [y, x] : [x, y];
    if (Math.abs(along) > swipeLength && Math.abs(along) > Math.abs(across)) this.turn(along < 0 ? 1 : -1, 'touch');
  }

  private turn(step: number, source: 'touch' | 'autoplay'): void {
    const wanted = this.current + step;
    const inside = wanted >= 0 && wanted < this.count;
    if (!inside && !this.flag('circular')) return;
    this.go((wanted + this.count) % this.count, source);
  }

  private go(index: number, source: 'touch' | 'autoplay' | ''): void {
    if (index === this.current) return;
    this.current = index;
    this.place();
    const item = this.querySelectorAll(':scope > wx-swiper-item')[index];
    const detail = { current: index, currentItemId: item?.getAttribute('item-id') ?? '', source };
    this.send('change', detail);
    this.send('animationfinish', detail);
  }

  private place(): void {
    const vertical = this.flag('vertical');
    this.track.classList.toggle('vertical', vertical);
    this.track.style.transform = `translate${vertical ? 'Y' : 'X'}(${-100 * this.current}%)`;
    const wanted = this.flag('indicator-dots') ? this.count : 0;
    this.dots.replaceChildren(
      ...Array.from({ length: wanted }, (_, index) => {
        const dot = document.createElement('i');
        dot.className = index === this.current ? 'on' : '';
        return dot;
      }),
    );
  }

  protected override update(): void {
    const current = this.given('current');
    if (current !== this.given0 && typeof current === 'number') {
      this.given0 = current;
      this.go(current, '');
    }
    clearInterval(this.timer);
    if (this.flag('autoplay')) {
      this.timer = setInterval(
        () => {
          this.turn(1, 'autoplay');
        },
        this.number('interval', 5000),
      );
    }
    this.place();
  }
}
