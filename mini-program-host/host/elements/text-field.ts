import { shadow, WxElement } from './base';

const style = `
:host { display: block; overflow: hidden; min-height: 1.4em; cursor: auto; }
input, textarea { display: block; width: 100%; height: 100%; min-height: inherit; box-sizing: border-box; padding: 0; margin: 0; border: 0;
  outline: none; background: none; font: inherit; color: inherit; text-align: inherit; resize: none; }
::placeholder { color: #808080; opacity: 1; }`;

const defaultMaximum = 140;

/** What a form collects. */
export interface FormControl {
  readonly formName: string;
  formValue(): unknown;
  formReset(): void;
}

abstract class WxTextField<Field extends HTMLInputElement | HTMLTextAreaElement>
  extends WxElement
  implements FormControl
{
  private hadFocus = false;

  constructor(protected readonly field: Field) {
    super();
    shadow(this, style, field);
    field.addEventListener('input', () => {
      this.typed();
    });
    field.addEventListener('focus', () => {
      this.send('focus', { value: field.value, height: 0 });
    });
    field.addEventListener('blur', () => {
      this.send('blur', { value: field.value, cursor: field.value.length });
    });
    field.addEventListener('keydown', (event: Event) => {
      if (
        event instanceof KeyboardEvent &&
        event.key === 'Enter' &&
        !event.isComposing &&
        field instanceof HTMLInputElement
      ) {
        this.send('confirm', { value: field.value });
      }
    });
  }

  get formName(): string {
    return this.text('name');
  }

  formValue(): string {
    return this.field.value;
  }

  formReset(): void {
    this.field.value = '';
  }

  activate(): void {
    this.field.focus();
  }

  private typed(): void {
    const { value, selectionStart } = this.field;
    this.become('value', value);
    this.send('input', { value, cursor: selectionStart ?? value.length, keyCode: 0 });
  }

  protected override update(): void {
    const { field } = this;
    const value = this.text('value');
    if (this.given('value') !== undefined && field.value !== value) field.value = value;
    field.placeholder = this.text('placeholder');
    field.disabled = this.flag('disabled');
    const maximum = this.number('maxlength', defaultMaximum);
    if (maximum >= 0) field.maxLength = maximum;
    else field.removeAttribute('maxlength');
    // The name belongs to what can be focused; on the box around it a screen reader would read it twice.
    for (const name of ['aria-label', 'aria-describedby', 'aria-invalid', 'aria-required']) {
      const spoken = this.text(name);
      if (spoken === '') field.removeAttribute(name);
      else field.setAttribute(name, spoken);
      this.reflect(name, undefined);
    }
    const wantsFocus = this.flag('focus') || this.flag('auto-focus');
    if (wantsFocus && !this.hadFocus) field.focus();
    this.hadFocus = wantsFocus;
  }
}

const inputModes: Record<string, [type: string, mode: string]> = {
  number: ['text', 'numeric'],
  digit: ['text', 'decimal'],
  idcard: ['text', 'text'],
  'safe-password': ['password', 'text'],
  nickname: ['text', 'text'],
};

export class WxInput extends WxTextField<HTMLInputElement> {
  constructor() {
    super(document.createElement('input'));
  }

  protected override update(): void {
    const [type, mode] = inputModes[this.text('type')] ?? ['text', 'text'];
    this.field.type = this.flag('password') ? 'password' : type;
    this.field.inputMode = mode;
    super.update();
  }
}

export class WxTextarea extends WxTextField<HTMLTextAreaElement> {
  constructor() {
    super(document.createElement('textarea'));
    this.field.style.minHeight = '150px';
  }
}
