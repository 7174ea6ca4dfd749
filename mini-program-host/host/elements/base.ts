import { triggerEvent, type Element as EngineElement } from 'glass-easel';
import { convertUnits } from '../../units';

/** A built-in component: a DOM element that the component engine sets attributes on, and that sends WeChat's events. */
export class WxElement extends HTMLElement {
  __wxElement?: EngineElement;
  private reading = false;
  private readonly models = new Map<string, (value: unknown) => void>();

  /** The value as the template gave it; the DOM's attribute is only its text. */
  protected given(name: string): unknown {
    return this.__wxElement?.getAttribute(name) ?? undefined;
  }

  protected flag(name: string, otherwise = false): boolean {
    const value = this.given(name);
    return value === undefined ? otherwise : Boolean(value) && value !== 'false';
  }

  protected text(name: string, otherwise = ''): string {
    const value = this.given(name);
    return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? value.toString() : otherwise;
  }

  protected number(name: string, otherwise: number): number {
    const value = Number(this.given(name));
    return this.given(name) === undefined || this.given(name) === '' || Number.isNaN(value) ? otherwise : value;
  }

  override setAttribute(name: string, value: string): void {
    const absent = value === '' && (name.startsWith('aria-') || this.given(name) === undefined);
    if (name === 'style') super.setAttribute(name, convertUnits(value));
    else this.reflect(name, absent ? undefined : value);
    if (name === 'aria-role') this.reflect('role', absent ? undefined : value);
    this.later(name);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    if (name === 'aria-role') super.removeAttribute('role');
    this.later(name);
  }

  /** Sets an attribute that the element decides itself, without looking at itself again. */
  protected reflect(name: string, value: string | undefined): void {
    if (value === undefined) super.removeAttribute(name);
    else super.setAttribute(name, value);
  }

  /** A role that the app may overrule with `aria-role`. */
  protected defaultRole(role: string): void {
    if (!this.hasAttribute('role')) super.setAttribute('role', role);
  }

  /** The engine sets many attributes in one go; an element looks at all of them once, when they are there. */
  private later(name: string): void {
    if (name === 'class' || name === 'style' || name === 'id' || this.reading) return;
    this.reading = true;
    queueMicrotask(() => {
      this.reading = false;
      this.update();
    });
  }

  /** Called after attributes changed. */
  protected update(): void {
    // A plain box has nothing to do.
  }

  bindModel(name: string, listener: ((value: unknown) => void) | undefined): void {
    if (listener) this.models.set(name, listener);
    else this.models.delete(name);
  }

  /** Tells the page's data what a `model:` attribute has become. */
  protected become(name: string, value: unknown): void {
    this.models.get(name)?.(value);
  }

  /** Sends an event that the host, not the element, has found a reason for. */
  tell(type: string, detail: unknown): void {
    this.send(type, detail);
  }

  protected send(type: string, detail: unknown = {}, bubbles = false): void {
    if (this.__wxElement) triggerEvent(this.__wxElement, type, detail, { bubbles, composed: bubbles });
  }
}

/** A shadow tree made once, with its style and its parts. */
export function shadow(host: HTMLElement, style: string, ...parts: Node[]): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.append(Object.assign(document.createElement('style'), { textContent: style }), ...parts);
  return root;
}
