/** What Taro's browser build draws around the pages. In the mini-program it is WeChat's, and follows WeChat's type size. */
interface Frame {
  /** 长辈版: the tab bar and the dialogues follow. */
  readonly large: boolean;
  /** What the tab bar is, for a screen reader. */
  readonly tabsLabel: string;
}

export function applyShellStyle({ large, tabsLabel }: Frame): void {
  if (process.env.TARO_ENV !== 'h5') return;
  document.documentElement.classList.toggle('large-type', large);
  const tabs = document.querySelector('taro-tabbar');
  tabs?.setAttribute('role', 'navigation');
  tabs?.setAttribute('aria-label', tabsLabel);
}

const SHADE = 'taro_page_shade';
/** In ms after going back; the second look is for a page whose code came late. */
const LOOKS = [100, 600];

/**
 * Whoever goes back the moment a page has opened can find every page hidden by Taro's router. The page of the address is
 * shown then.
 */
function showPageOfAddress(): void {
  const pages = Array.from(document.querySelectorAll('.taro_page'));
  if (pages.some(({ classList }) => !classList.contains(SHADE))) return;
  const [path] = window.location.hash.slice(1).split('?');
  pages.find(({ id }) => id.split('?')[0] === path)?.classList.remove(SHADE);
}

export function neverShowNothing(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('popstate', () => {
    for (const ms of LOOKS) setTimeout(showPageOfAddress, ms);
  });
}
