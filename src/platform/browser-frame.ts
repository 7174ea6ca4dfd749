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
