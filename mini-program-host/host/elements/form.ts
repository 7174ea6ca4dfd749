import { shadow, WxElement } from './base';
import type { FormControl } from './text-field';

const isControl = (element: Element): element is WxElement & FormControl => 'formValue' in element;
const controlTags = 'wx-input, wx-textarea, wx-picker, wx-switch, wx-slider, wx-checkbox-group, wx-radio-group';

/** Collects its controls when a button in it says so. */
export class WxForm extends WxElement {
  constructor() {
    super();
    this.addEventListener('wx-form-submit', (event) => {
      event.stopPropagation();
      const named = this.controls().filter((control) => control.formName !== '');
      this.send('submit', {
        value: Object.fromEntries(named.map((control) => [control.formName, control.formValue()])),
      });
    });
    this.addEventListener('wx-form-reset', (event) => {
      event.stopPropagation();
      for (const control of this.controls()) control.formReset();
      this.send('reset');
    });
  }

  private controls(): FormControl[] {
    return Array.from(this.querySelectorAll(controlTags)).filter(isControl);
  }
}

/** What a label can pass a tap on to. */
interface Activatable {
  activate(): void;
}
const isActivatable = (element: Element | null): element is Element & Activatable =>
  element !== null && 'activate' in element;
const activatableTags = 'wx-input, wx-textarea, wx-switch, wx-checkbox, wx-radio, wx-button';

/** Passes a tap on to the control it names, or else to the first one in it. */
export class WxLabel extends WxElement {
  constructor() {
    super();
    this.addEventListener('click', (event) => {
      const wanted = this.text('for');
      const page = this.closest('wx-page') ?? document;
      const control =
        wanted === '' ? this.querySelector(activatableTags) : page.querySelector(`#${CSS.escape(wanted)}`);
      if (!isActivatable(control)) return;
      if (event.target instanceof Node && control.contains(event.target)) return;
      control.activate();
    });
  }
}

const boxStyle = `
:host { display: inline-block; }
i { display: inline-block; box-sizing: border-box; width: 24px; height: 24px; border: 1px solid #d1d1d1; border-radius: 3px; background: #fff;
  vertical-align: middle; margin-right: 5px; text-align: center; line-height: 22px; font-style: normal; color: #09bb07; }
:host([aria-checked='true']) i::before { content: '✓'; }`;

abstract class WxChoice extends WxElement {
  checked = false;
  private givenBefore: unknown = false;

  constructor(role: 'checkbox' | 'radio') {
    super();
    const box = document.createElement('i');
    if (role === 'radio') box.style.borderRadius = '50%';
    shadow(this, boxStyle, box, document.createElement('slot'));
    this.addEventListener('click', () => {
      this.activate();
    });
  }

  abstract activate(): void;
  protected abstract readonly role0: string;

  get value(): string {
    return this.text('value');
  }

  set(checked: boolean): void {
    this.checked = checked;
    this.reflect('aria-checked', String(checked));
  }

  protected override update(): void {
    const given = this.flag('checked');
    if (given !== this.givenBefore) this.checked = given;
    this.givenBefore = given;
    this.defaultRole(this.role0);
    this.reflect('aria-disabled', this.flag('disabled') ? 'true' : undefined);
    this.set(this.checked);
  }

  protected choose(checked: boolean): void {
    if (this.flag('disabled') || this.checked === checked) return;
    this.set(checked);
    this.dispatchEvent(new CustomEvent('wx-choice', { bubbles: true, detail: this }));
  }
}

export class WxCheckbox extends WxChoice {
  protected readonly role0 = 'checkbox';
  constructor() {
    super('checkbox');
  }
  activate(): void {
    this.choose(!this.checked);
  }
}

export class WxRadio extends WxChoice {
  protected readonly role0 = 'radio';
  constructor() {
    super('radio');
  }
  activate(): void {
    this.choose(true);
  }
}

abstract class WxGroup extends WxElement implements FormControl {
  constructor() {
    super();
    this.addEventListener('wx-choice', (event) => {
      event.stopPropagation();
      this.chosen(event);
      this.send('change', { value: this.formValue() });
    });
  }

  protected abstract chosen(event: Event): void;
  abstract formValue(): unknown;

  get formName(): string {
    return this.text('name');
  }

  protected choices(): WxChoice[] {
    return Array.from(this.querySelectorAll('wx-checkbox, wx-radio')).filter((each) => each instanceof WxChoice);
  }

  formReset(): void {
    for (const choice of this.choices()) choice.set(false);
  }
}

export class WxCheckboxGroup extends WxGroup {
  protected chosen(): void {
    // Each box stands for itself.
  }
  formValue(): string[] {
    return this.choices()
      .filter((choice) => choice.checked)
      .map((choice) => choice.value);
  }
}

export class WxRadioGroup extends WxGroup {
  protected chosen(event: Event): void {
    for (const choice of this.choices()) if (choice !== event.target) choice.set(false);
  }
  formValue(): string {
    return this.choices().find((choice) => choice.checked)?.value ?? '';
  }
}

const switchStyle = `
:host { display: inline-block; vertical-align: middle; }
i { display: block; box-sizing: border-box; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; padding: 2px; }
i::before { content: ''; display: block; width: 28px; height: 28px; border-radius: 50%; background: #fff; }
:host([aria-checked='true']) i { background: #04be02; padding-left: 22px; }`;

export class WxSwitch extends WxElement implements FormControl {
  private checked = false;
  private givenBefore: unknown = false;

  constructor() {
    super();
    shadow(this, switchStyle, document.createElement('i'));
    this.addEventListener('click', () => {
      this.activate();
    });
  }

  get formName(): string {
    return this.text('name');
  }

  formValue(): boolean {
    return this.checked;
  }

  formReset(): void {
    this.checked = false;
    this.update();
  }

  activate(): void {
    if (this.flag('disabled')) return;
    this.checked = !this.checked;
    this.reflect('aria-checked', String(this.checked));
    this.become('checked', this.checked);
    this.send('change', { value: this.checked });
  }

  protected override update(): void {
    const given = this.flag('checked');
    if (given !== this.givenBefore) this.checked = given;
    this.givenBefore = given;
    this.defaultRole('switch');
    this.reflect('aria-checked', String(this.checked));
    this.reflect('aria-disabled', this.flag('disabled') ? 'true' : undefined);
  }
}

const sliderStyle = `
:host { display: block; margin: 10px 18px; }
input { width: 100%; margin: 0; }`;

export class WxSlider extends WxElement implements FormControl {
  private readonly range = document.createElement('input');

  constructor() {
    super();
    this.range.type = 'range';
    shadow(this, sliderStyle, this.range);
    this.range.addEventListener('input', () => {
      this.send('changing', { value: this.formValue() });
    });
    this.range.addEventListener('change', () => {
      this.become('value', this.formValue());
      this.send('change', { value: this.formValue() });
    });
  }

  get formName(): string {
    return this.text('name');
  }

  formValue(): number {
    return Number(this.range.value);
  }

  formReset(): void {
    this.range.value = this.range.min;
  }

  protected override update(): void {
    this.range.min = String(this.number('min', 0));
    this.range.max = String(this.number('max', 100));
    this.range.step = String(this.number('step', 1));
    this.range.value = String(this.number('value', 0));
    this.range.disabled = this.flag('disabled');
    this.range.setAttribute('aria-label', this.getAttribute('aria-label') ?? '');
  }
}
