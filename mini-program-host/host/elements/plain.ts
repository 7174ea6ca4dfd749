import { shadow, WxElement } from './base';

/** Opens a page when tapped. The host listens for `wx-navigate`. */
export class WxNavigator extends WxElement {
  constructor() {
    super();
    this.addEventListener('click', () => {
      const detail = {
        openType: this.text('open-type', 'navigate'),
        url: this.text('url'),
        delta: this.number('delta', 1),
        target: this.text('target', 'self'),
        appId: this.text('app-id'),
        path: this.text('path'),
      };
      this.dispatchEvent(new CustomEvent('wx-navigate', { bubbles: true, composed: true, detail }));
    });
  }

  protected override update(): void {
    this.defaultRole('link');
  }
}

/** Its children are drawn above the page, whatever their ancestors clip or cover. */
export class WxRootPortal extends WxElement {
  private readonly outlet = document.createElement('div');

  connectedCallback(): void {
    this.outlet.className = 'e-portal';
    this.closest('.e-area')?.append(this.outlet);
  }

  disconnectedCallback(): void {
    this.outlet.remove();
  }

  override appendChild<Child extends Node>(child: Child): Child {
    return this.outlet.appendChild(child);
  }

  override insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
    return this.outlet.insertBefore(child, before);
  }

  override removeChild<Child extends Node>(child: Child): Child {
    return this.outlet.removeChild(child);
  }

  override replaceChild<Child extends Node>(child: Node, old: Child): Child {
    return this.outlet.replaceChild(child, old);
  }
}

/** Settings of the page as a whole. The host listens for `wx-page-meta`. */
export class WxPageMeta extends WxElement {
  protected override update(): void {
    const detail = { style: this.text('page-style'), rootFontSize: this.text('root-font-size') };
    this.dispatchEvent(new CustomEvent('wx-page-meta', { bubbles: true, detail }));
  }
}

const allowedTags = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);

interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
  text?: string;
}

function buildRichNode(node: RichNode): Node {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  const name = (node.name ?? '').toLowerCase();
  if (!allowedTags.has(name)) return document.createTextNode('');
  const element = document.createElement(name);
  for (const each of ['class', 'style', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan']) {
    const value = node.attrs?.[each];
    if (value !== undefined) element.setAttribute(each, value);
  }
  element.append(...(node.children ?? []).map(buildRichNode));
  return element;
}

const readRichNode = (node: Node): RichNode[] => {
  if (node.nodeType === Node.TEXT_NODE) return [{ type: 'text', text: node.textContent ?? '' }];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries(Array.from(node.attributes, (each) => [each.name, each.value]));
  return [{ name: node.localName, attrs, children: Array.from(node.childNodes).flatMap(readRichNode) }];
};

export class WxRichText extends WxElement {
  protected override update(): void {
    const given = this.given('nodes');
    const nodes =
      typeof given === 'string'
        ? Array.from(new DOMParser().parseFromString(given, 'text/html').body.childNodes).flatMap(readRichNode)
        : Array.isArray(given)
          ? (given as RichNode[])
          : [];
    this.replaceChildren(...nodes.map(buildRichNode));
  }
}

interface Marker {
  id?: number;
  title?: string;
  latitude: number;
  longitude: number;
  callout?: { content?: string };
  label?: { content?: string };
}

/** No map is drawn: its markers are listed, each to be read and tapped. */
export class WxMap extends WxElement {
  private readonly list = document.createElement('div');

  connectedCallback(): void {
    this.append(this.list);
  }

  protected override update(): void {
    const markers = Array.isArray(this.given('markers')) ? (this.given('markers') as Marker[]) : [];
    this.list.replaceChildren(
      ...markers.map((marker) => {
        const item = document.createElement('div');
        item.textContent =
          marker.callout?.content ?? marker.label?.content ?? marker.title ?? `${marker.latitude},${marker.longitude}`;
        item.dataset.marker = String(marker.id ?? '');
        item.addEventListener('click', () => {
          this.send('markertap', { markerId: marker.id });
        });
        return item;
      }),
    );
  }
}

const progressStyle = `
:host { display: block; background: #ebebeb; height: 6px; }
i { display: block; height: 100%; background: #09bb07; }`;

export class WxProgress extends WxElement {
  private readonly bar = document.createElement('i');

  constructor() {
    super();
    shadow(this, progressStyle, this.bar);
  }

  protected override update(): void {
    const percent = this.number('percent', 0);
    this.bar.style.width = `${percent}%`;
    this.defaultRole('progressbar');
    this.reflect('aria-valuenow', String(percent));
  }
}

/** Pictures of WeChat's own icons are not needed to test an app: the kind is told to whoever reads it. */
export class WxIcon extends WxElement {
  private readonly box = document.createElement('i');

  constructor() {
    super();
    shadow(this, 'i { display: block; }', this.box);
  }

  protected override update(): void {
    const size = `${this.number('size', 23)}px`;
    Object.assign(this.box.style, { width: size, height: size });
    this.dataset.icon = this.text('type');
  }
}

/** Somebody else's page: a box that says which. */
export class WxWebView extends WxElement {
  protected override update(): void {
    this.dataset.src = this.text('src');
  }
}
