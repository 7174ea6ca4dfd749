import { shadow, WxElement } from './base';

/** WeChat's own look, whole: an app that takes a button for its own has to undo all of it, the frame of `::after` too. */
const style = `
:host { display: block; position: relative; box-sizing: border-box; margin-left: auto; margin-right: auto; padding: 0 14px;
  border-radius: 5px; font-size: 18px; line-height: 2.55555556; text-align: center; text-decoration: none; overflow: hidden;
  background-color: #f8f8f8; color: #000; }
:host::after { content: ' '; position: absolute; top: 0; left: 0; width: 200%; height: 200%; box-sizing: border-box;
  transform: scale(0.5); transform-origin: 0 0; border: 1px solid rgba(0, 0, 0, 0.2); border-radius: 10px; }
:host([type='primary']) { background-color: #1aad19; color: #fff; }
:host([type='warn']) { background-color: #e64340; color: #fff; }
:host([size='mini']) { display: inline-block; font-size: 13px; line-height: 2.3; padding: 0 1.34em; }
:host([disabled]) { background-color: #f7f7f7; color: rgba(0, 0, 0, 0.3); }
:host([plain]) { background-color: transparent; border: 1px solid #353535; color: #353535; }
:host([plain])::after { border-width: 0; }
:host([hover-class='button-hover']:active) { background-color: #dedede; color: rgba(0, 0, 0, 0.6); }`;

export class WxButton extends WxElement {
  constructor() {
    super();
    shadow(this, style, document.createElement('slot'));
    this.addEventListener('click', () => {
      this.act();
    });
  }

  connectedCallback(): void {
    this.defaultRole('button');
  }

  protected override update(): void {
    this.reflect('aria-disabled', this.flag('disabled') ? 'true' : undefined);
    this.defaultRole('button');
  }

  activate(): void {
    this.click();
  }

  private act(): void {
    if (this.flag('disabled')) return;
    const formType = this.text('form-type');
    if (formType === 'submit' || formType === 'reset') {
      this.dispatchEvent(new CustomEvent(`wx-form-${formType}`, { bubbles: true, composed: true }));
    }
    const openType = this.text('open-type');
    if (openType !== '') {
      this.dispatchEvent(
        new CustomEvent('wx-open', { bubbles: true, composed: true, detail: { openType, button: this } }),
      );
    }
  }
}
