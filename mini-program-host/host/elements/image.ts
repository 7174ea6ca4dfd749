import { shadow, WxElement } from './base';

const style = `
:host { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
:host([mode='widthFix']) { height: auto !important; }
:host([mode='heightFix']) { width: auto !important; }
img { display: block; width: 100%; height: 100%; object-fit: fill; }
img:not([src]) { visibility: hidden; }`;

const fits: Record<string, [fit: string, position: string]> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'top left'],
  'top right': ['none', 'top right'],
  'bottom left': ['none', 'bottom left'],
  'bottom right': ['none', 'bottom right'],
};

/** An image's address: in the package, next to the page, or anywhere on the web. */
export function resolveSource(source: string, route: string): string {
  if (source === '' || /^(https?|data|blob):/.test(source) || source.startsWith('/')) return source;
  return `/${[...route.split('/').slice(0, -1), source].join('/')}`;
}

export class WxImage extends WxElement {
  private readonly image = document.createElement('img');

  constructor() {
    super();
    this.image.alt = '';
    shadow(this, style, this.image);
    this.image.addEventListener('load', () => {
      this.send('load', { width: this.image.naturalWidth, height: this.image.naturalHeight });
    });
    this.image.addEventListener('error', () => {
      this.send('error', { errMsg: `GET ${this.image.src} failed` });
    });
  }

  protected override update(): void {
    const mode = this.text('mode', 'scaleToFill');
    const [fit, position] = fits[mode] ?? ['fill', 'center'];
    this.image.style.objectFit = fit;
    this.image.style.objectPosition = position;
    this.image.style.height = mode === 'widthFix' ? 'auto' : '100%';
    this.image.style.width = mode === 'heightFix' ? 'auto' : '100%';
    const route = this.closest<HTMLElement>('[data-route]')?.dataset.route ?? '';
    const source = resolveSource(this.text('src'), route);
    if (source === '') this.image.removeAttribute('src');
    else if (this.image.getAttribute('src') !== source) this.image.src = source;
    if (this.hasAttribute('aria-label')) this.defaultRole('img');
  }
}
