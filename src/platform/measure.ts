/** Positions on the screen, in CSS pixels. */
import Taro from '@tarojs/taro';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Taro's own answer for the browser comes with 40 KB that name the phone's maker. */
function browserWindow(): Size {
  const { clientWidth, clientHeight } = document.documentElement;
  return { width: clientWidth, height: clientHeight };
}

function phoneWindow(): Size {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  return { width: windowWidth, height: windowHeight };
}

/** The window that pages are drawn in; in a wide browser the app is a column in it (app.scss). */
export function windowSize(): Size {
  const { width, height } = process.env.TARO_ENV === 'h5' ? browserWindow() : phoneWindow();
  return { width: Math.min(width, 480), height };
}

/**
 * The browser is asked itself: Taro's query throws, and never answers, while one page gives way to another, and it takes
 * the first element of that id, though pages that are left stay in the document, and two of one kind have the same ids.
 */
export function shownInBrowser(id: string): Element | undefined {
  const all = document.querySelectorAll(`[id="${CSS.escape(id)}"]`);
  return Array.from(all)
    .reverse()
    .find((element) => element.getClientRects().length > 0);
}

/** How far below the window's top edge the element begins; negative once it is scrolled away, `null` if it is not to be seen. */
export function topOf(id: string): Promise<number | null> {
  if (process.env.TARO_ENV === 'h5') return Promise.resolve(shownInBrowser(id)?.getBoundingClientRect().top ?? null);
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => {
        const rect: { readonly top?: unknown } | null = Array.isArray(found) ? null : found;
        resolve(typeof rect?.top === 'number' ? rect.top : null);
      })
      .exec();
  });
}

/** What was set is drawn; only then can it be measured, and scrolled to. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    Taro.nextTick(resolve);
  });
}

/** Brings the page to where the element begins, `above` pixels left free over it; at once, without gliding. */
export async function scrollToTopOf(id: string, above: number): Promise<void> {
  await drawn();
  if (process.env.TARO_ENV === 'h5') {
    const element = shownInBrowser(id);
    const page = element?.closest('.taro_page');
    if (element && page) {
      page.scrollBy(0, element.getBoundingClientRect().top - page.getBoundingClientRect().top - above);
    }
    return;
  }
  await Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -above, duration: 0 }).catch(() => undefined);
}
