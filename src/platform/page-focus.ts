/**
 * Where the keyboard is after a page changed. Taro's browser build hides one page and shows another, and the focus falls
 * to the document: the next Tab begins at the top. In the mini-program the reader follows the page by itself.
 */
import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

const PAGE = '.taro_page';
const browser = process.env.TARO_ENV === 'h5';

/** By page: what had the focus last. */
const lastIn = new WeakMap<Element, HTMLElement>();
let isListening = false;
/** The first page of a visit is the browser's: its focus is where the address was opened. */
let isFirstPage = true;

function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('focusin', ({ target }) => {
    const page = target instanceof HTMLElement ? target.closest(PAGE) : null;
    if (page !== null && target instanceof HTMLElement) lastIn.set(page, target);
  });
}

function shownPage(): Element | undefined {
  return Array.from(document.querySelectorAll(PAGE))
    .filter((page) => page.getClientRects().length > 0)
    .pop();
}

/** For what is no control, and so takes no focus by itself. */
function focusOn(element: HTMLElement, scrolls: boolean): void {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: !scrolls });
}

function focusFirst(page: Element, selector: string, scrolls = false): void {
  const found = page.querySelector<HTMLElement>(selector);
  if (found !== null) focusOn(found, scrolls);
}

const HEADING = '[role="heading"][aria-level="1"]';

function focusShownPage(): void {
  const page = shownPage();
  if (page === undefined || page.contains(document.activeElement)) return;
  const last = lastIn.get(page);
  if (last?.isConnected === true) last.focus({ preventScroll: true });
  else focusFirst(page, HEADING);
}

/** On a way back the focus returns to what it left from; on a new page it goes to the heading. */
export function usePageFocus(): void {
  useDidShow(() => {
    if (!browser) return;
    listen();
    if (isFirstPage) isFirstPage = false;
    // Taro shows the page's box after it has said so.
    else requestAnimationFrame(focusShownPage);
  });
}

/** The screen's content was replaced, by a submit say: the focus goes to the heading, which says what is shown now. */
export function useFocusOnChange(what: string): void {
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    const page = browser ? shownPage() : undefined;
    if (page !== undefined) focusFirst(page, HEADING, true);
  }, [what]);
}

/** Past everything that is the same on each visit: to `.skip-target` where a screen has one, else to its content. */
export function skipToContent(): void {
  const page = shownPage();
  if (page === undefined) return;
  focusFirst(page, page.querySelector('.skip-target') === null ? '.screen__body' : '.skip-target', true);
}
