/** The keyboard's place in the browser build. A mini-program moves it by itself, so that nothing happens there. */
import { shownInBrowser } from './measure';

/** What Tab stops at within an element, in order. */
const STOPS = 'input, textarea, [tabindex="0"]';

const browser = process.env.TARO_ENV === 'h5';

/** Puts the keyboard on the element with this id, if it is to be seen. */
export function focusOn(id: string): void {
  if (!browser) return;
  const element = shownInBrowser(id);
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}

function stopsIn(box: Element): HTMLElement[] {
  return Array.from(box.querySelectorAll<HTMLElement>(STOPS)).filter((each) => each.getClientRects().length > 0);
}

/**
 * Keeps the keyboard within the element with this id until the function given back is called, which returns it to
 * where it was. `onEscape`: the person pressed Esc.
 */
export function keepFocusIn(id: string, onEscape: () => void): () => void {
  if (!browser) return () => undefined;
  const before = document.activeElement;
  focusOn(id);
  const hear = (event: KeyboardEvent): void => {
    // It stays open behind the page that was opened from it, which has the keyboard to itself.
    const box = shownInBrowser(id);
    if (box === undefined) return;
    if (event.key === 'Escape') onEscape();
    if (event.key !== 'Tab') return;
    const stops = stopsIn(box);
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : at === stops.length - 1 ? 0 : at + 1;
    event.preventDefault();
    stops[next]?.focus();
  };
  document.addEventListener('keydown', hear);
  return () => {
    document.removeEventListener('keydown', hear);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}
