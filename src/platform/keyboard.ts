/** What Enter does in a field of one line: the browser is asked, WeChat closes its keyboard by itself. */
const browser = process.env.TARO_ENV === 'h5';

export function closeKeyboard(): void {
  if (browser && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** To the next field of the form; after the last one the keyboard closes. */
export function toNextField(): void {
  if (!browser) return;
  const fields = Array.from(document.querySelectorAll<HTMLElement>('input, textarea')).filter(
    (field) => field.getClientRects().length > 0,
  );
  const next = fields[fields.findIndex((field) => field === document.activeElement) + 1];
  if (next === undefined) closeKeyboard();
  else next.focus();
}
