/**
 * A question in the browser. Taro's own is text in a box: no keyboard reaches its answers and no screen reader finds
 * it. This one follows WAI-ARIA's pattern for alert dialogs; its style is ui/dialog.scss.
 */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

interface Parts {
  readonly mask: HTMLElement;
  readonly yes: HTMLElement;
  readonly no: HTMLElement;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function partsOf({ title, text, yes, no }: Question): Parts {
  const mask = element('div', 'dialog-mask');
  const box = element('div', 'dialog');
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-modal', 'true');
  box.setAttribute('aria-labelledby', 'dialog-title');
  const heading = element('div', 'dialog__title', title);
  heading.id = 'dialog-title';
  box.append(heading);
  if (text !== '') {
    box.setAttribute('aria-describedby', 'dialog-text');
    const body = element('div', 'dialog__text', text);
    body.id = 'dialog-text';
    box.append(body);
  }
  const buttons = element('div', 'dialog__buttons');
  const parts = {
    mask,
    yes: element('button', 'dialog__button dialog__button--yes', yes),
    no: element('button', 'dialog__button dialog__button--no', no),
  };
  buttons.append(parts.no, parts.yes);
  box.append(buttons);
  mask.append(box);
  return parts;
}

/** What lies behind is out of reach for as long as the question is open. */
function hideBehind(mask: HTMLElement): () => void {
  const behind = Array.from(document.body.children).filter(
    (each) => each !== mask && !each.hasAttribute('aria-hidden'),
  );
  for (const each of behind) each.setAttribute('aria-hidden', 'true');
  return () => {
    for (const each of behind) each.removeAttribute('aria-hidden');
  };
}

/** One at a time: the next waits for the answer to the one before. */
let last: Promise<unknown> = Promise.resolve();

function open(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const { mask, yes, no } = partsOf(question);
    document.body.append(mask);
    const show = hideBehind(mask);
    const answer = (said: boolean): void => {
      document.removeEventListener('keydown', press, true);
      window.removeEventListener('popstate', leave);
      mask.remove();
      show();
      if (before instanceof HTMLElement) before.focus();
      resolve(said);
    };
    const leave = (): void => {
      answer(false);
    };
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') answer(false);
      else if (event.key === 'Tab') (document.activeElement === no ? yes : no).focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    yes.addEventListener('click', () => {
      answer(true);
    });
    no.addEventListener('click', leave);
    mask.addEventListener('click', ({ target }) => {
      if (target === mask) answer(false);
    });
    document.addEventListener('keydown', press, true);
    window.addEventListener('popstate', leave);
    no.focus();
  });
}

/** Whether the person said yes. Esc, a tap beside the box and a way back are a no. */
export function askInBrowser(question: Question): Promise<boolean> {
  const answered = last.then(() => open(question));
  last = answered;
  return answered;
}
