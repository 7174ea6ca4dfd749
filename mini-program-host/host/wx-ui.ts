import type { ApiMaker, ApiTable, Fields } from './api';
import type { Dialogs } from './dialogs';
import type { PageStack } from './page-stack';

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Dialogs, the bars, and scrolling. */
export function uiApis(make: ApiMaker, dialogs: Dialogs, pages: PageStack): ApiTable {
  const badge = (text: (options: Fields) => string | undefined) => (options: Fields) => {
    pages.tabBar?.setBadge(number(options.index, 0), text(options));
    return undefined;
  };
  return {
    showModal: make.async('showModal', (options) => dialogs.showModal(options)),
    showActionSheet: make.async('showActionSheet', (options) => dialogs.showActionSheet(options)),
    showToast: make.async('showToast', (options) => dialogs.showToast(options, 'toast')),
    showLoading: make.async('showLoading', (options) => dialogs.showToast(options, 'loading')),
    hideToast: make.async('hideToast', () => dialogs.hideToast()),
    hideLoading: make.async('hideLoading', () => dialogs.hideToast()),
    setNavigationBarTitle: make.async('setNavigationBarTitle', ({ title }) => {
      if (pages.top && typeof title === 'string') pages.top.title.textContent = title;
      return undefined;
    }),
    setNavigationBarColor: make.async('setNavigationBarColor', (options) => {
      const bar = pages.top?.title.parentElement;
      if (bar && typeof options.backgroundColor === 'string') bar.style.background = options.backgroundColor;
      if (pages.top) pages.top.element.dataset.light = String(options.frontColor === '#ffffff');
      return undefined;
    }),
    showNavigationBarLoading: make.async('showNavigationBarLoading', () => undefined),
    hideNavigationBarLoading: make.async('hideNavigationBarLoading', () => undefined),
    hideHomeButton: make.async('hideHomeButton', () => undefined),
    setBackgroundColor: make.async('setBackgroundColor', () => undefined),
    setBackgroundTextStyle: make.async('setBackgroundTextStyle', () => undefined),
    setTabBarBadge: make.async(
      'setTabBarBadge',
      badge((options) => String(options.text)),
    ),
    removeTabBarBadge: make.async(
      'removeTabBarBadge',
      badge(() => undefined),
    ),
    showTabBarRedDot: make.async(
      'showTabBarRedDot',
      badge(() => ''),
    ),
    hideTabBarRedDot: make.async(
      'hideTabBarRedDot',
      badge(() => undefined),
    ),
    pageScrollTo: make.async('pageScrollTo', (options) => {
      const screen = pages.top;
      if (!screen) return undefined;
      const { scroller } = screen;
      // The engine's own search: like WeChat's, it does not look into components.
      const { selector } = options;
      const found = typeof selector === 'string' ? screen.component.getShadowRoot()?.querySelector(selector) : null;
      const wanted = found ? (found.$$ as unknown as Element) : null;
      const top = wanted
        ? wanted.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
        : number(options.scrollTop, 0);
      scroller.scrollTo({ top: top + number(options.offsetTop, 0) });
      return undefined;
    }),
    hideKeyboard: make.async('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return undefined;
    }),
  };
}
