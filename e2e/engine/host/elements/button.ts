import { shadow, WxElement } from './base';

const style = `
:host { display: block; position: relative; box-sizing: border-box; padding: 0 14px; border-radius: 5px; font-size: 18px;
  line-height: 2.55555556; text-align: center; background: #f2f2f2; color: #06ae56; font-weight: 500; overflow: hidden; }
:host([type='primary']) { background: #07c160; color: #fff; }
:host([type='warn']) { color: #fa5151; }
:host([size='mini']) { display: inline-block; font-size: 13px; line-height: 2.3; padding: 0 1.3em; }
:host([disabled]) { opacity: 0.4; }`;

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
