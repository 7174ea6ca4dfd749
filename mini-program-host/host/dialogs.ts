import { Refusal, type ApiResult, type Fields } from './api';

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
};

const text = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise);

/** What WeChat draws over a page. A test reads and taps it like a person. */
export class Dialogs {
  readonly layer = element('div', 'e-layer');
  private toast: HTMLElement | undefined;
  private toastEnds: ReturnType<typeof setTimeout> | undefined;

  private open(box: HTMLElement, label: string): void {
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    if (label !== '') box.setAttribute('aria-label', label);
    this.layer.append(box);
  }

  private button(caption: string, className: string, onTap: () => void): HTMLButtonElement {
    const button = element('button', className, caption);
    button.addEventListener('click', onTap);
    return button;
  }

  showModal(options: Fields): Promise<ApiResult> {
    const confirmText = text(options.confirmText, '确定');
    const cancelText = text(options.cancelText, '取消');
    if (confirmText.length > 4)
      return Promise.resolve(new Refusal('confirmText length should not larger than 4 Chinese characters'));
    if (cancelText.length > 4)
      return Promise.resolve(new Refusal('cancelText length should not larger than 4 Chinese characters'));
    return new Promise((resolve) => {
      const input = element('input', 'e-modal-input');
      input.placeholder = text(options.placeholderText);
      const mask = element('div', 'e-mask');
      const close = (confirm: boolean): void => {
        mask.remove();
        const content = options.editable === true ? { content: confirm ? input.value : null } : {};
        resolve({ confirm, cancel: !confirm, ...content });
      };
      const buttons = element('div', 'e-modal-buttons');
      if (options.showCancel !== false)
        buttons.append(
          this.button(cancelText, 'e-cancel', () => {
            close(false);
          }),
        );
      buttons.append(
        this.button(confirmText, 'e-confirm', () => {
          close(true);
        }),
      );
      const title = text(options.title);
      const body = options.editable === true ? input : element('div', 'e-modal-text', text(options.content));
      const box = element('div', 'e-modal', element('div', 'e-modal-title', title), body, buttons);
      mask.append(box);
      this.open(mask, title);
    });
  }

  showActionSheet(options: Fields): Promise<ApiResult> {
    const items = Array.isArray(options.itemList) ? options.itemList.map(String) : [];
    if (items.length === 0 || items.length > 6) {
      return Promise.resolve(new Refusal('parameter error: itemList should have at least 1 and at most 6 items'));
    }
    return new Promise((resolve) => {
      const mask = element('div', 'e-mask e-mask-bottom');
      const close = (result: ApiResult): void => {
        mask.remove();
        resolve(result);
      };
      const sheet = element('div', 'e-sheet');
      if (text(options.alertText) !== '') sheet.append(element('div', 'e-sheet-text', text(options.alertText)));
      items.forEach((item, tapIndex) => {
        sheet.append(
          this.button(item, 'e-sheet-item', () => {
            close({ tapIndex });
          }),
        );
      });
      sheet.append(
        this.button('取消', 'e-sheet-item', () => {
          close(new Refusal('cancel'));
        }),
      );
      mask.append(sheet);
      this.open(mask, text(options.alertText, '请选择'));
    });
  }

  /** A toast and a loading sign share one place: the later one replaces the earlier. */
  showToast(options: Fields, kind: 'toast' | 'loading'): ApiResult {
    this.hideToast();
    this.toast = element('div', `e-toast e-${kind}`, text(options.title));
    this.toast.setAttribute('role', 'status');
    if (options.mask === true) this.toast.classList.add('e-toast-mask');
    this.layer.append(this.toast);
    if (kind === 'toast') {
      const duration = typeof options.duration === 'number' ? options.duration : 1500;
      this.toastEnds = setTimeout(() => {
        this.hideToast();
      }, duration);
    }
    return undefined;
  }

  hideToast(): ApiResult {
    clearTimeout(this.toastEnds);
    this.toast?.remove();
    this.toast = undefined;
    return undefined;
  }

  /** A full-screen thing that some other app or WeChat itself would show; it closes by its own button. */
  showSheet(title: string, content: Node, buttons: { caption: string; result: ApiResult }[]): Promise<ApiResult> {
    return new Promise((resolve) => {
      const mask = element('div', 'e-mask e-mask-bottom');
      const bar = element('div', 'e-sheet-bar');
      for (const { caption, result } of buttons) {
        bar.append(
          this.button(caption, 'e-sheet-button', () => {
            mask.remove();
            resolve(result);
          }),
        );
      }
      mask.append(element('div', 'e-sheet', bar, content));
      this.open(mask, title);
    });
  }
}
