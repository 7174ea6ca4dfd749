/** From page to page. Openings that fail (ten pages deep, a double tap) leave the person where they are. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { parseLinkId } from '../../domain/text/link-id';

const stay = (): void => undefined;

function withParams(page: string, params: Readonly<Record<string, string>>): string {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length === 0 ? page : `${page}?${query.join('&')}`;
}

/** Opens a page that is no tab: `/packages/event/index`, `{ id }`. */
export function goTo(page: string, params: Readonly<Record<string, string>> = {}): void {
  Taro.navigateTo({ url: withParams(page, params) }).catch(stay);
}

export function switchTab(page: string, arrived: () => void = stay): void {
  Taro.switchTab({ url: page }).then(arrived).catch(stay);
}

/**
 * Back; where there is nothing to go back to (opened from a shared card), to the tab `home`. `arrived`: what is to be
 * said there; a toast of before goes with the page that is left (NervJS/taro#2921).
 */
export function goBack(home: string, arrived: () => void = stay): void {
  goBackBy(1, home, arrived);
}

/** Back over several pages at once; where there are not so many, to the tab `home`. */
export function goBackBy(delta: number, home: string, arrived: () => void = stay): void {
  if (Taro.getCurrentPages().length > delta) Taro.navigateBack({ delta }).then(arrived).catch(stay);
  else switchTab(home, arrived);
}

/** The door's page: of the mini-program, or the browser's own. */
export function openDoorPage(): void {
  if (process.env.TARO_ENV === 'h5') window.location.assign('/door/');
  else goTo('/packages/door/index');
}

/** Opens a page in the place of this one. */
export function replacePage(page: string): void {
  Taro.redirectTo({ url: page }).catch(stay);
}

/** Back; where the person did not come that way (opened from a link), to the page `first`. */
export function goBackTo(first: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack().catch(stay);
  else replacePage(first);
}

/** One parameter that the page was opened with, decoded; `undefined` if it was not given. */
export function usePageParam(name: string): string | undefined {
  const value = useRouter().params[name];
  if (value === undefined || value === '') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The same for an id, without what a chat app has glued to the link. */
export function usePageId(name: string): string | undefined {
  const value = usePageParam(name);
  return value === undefined ? undefined : parseLinkId(value);
}

/**
 * Of a page that shows more than one screen, whose config knows only one title. Set when it changes, and each time the
 * page is shown: in the browser Taro keeps one title for all addresses of a page.
 */
export function usePageTitle(title: string): void {
  const set = useRef('');
  const show = (): void => {
    set.current = title;
    Taro.setNavigationBarTitle({ title }).catch(stay);
  };
  useDidShow(show);
  useEffect(() => {
    if (set.current !== '' && set.current !== title) show();
  });
}

/** The red dot on a tab, from 0. Works on tab pages only. */
export function showTabDot(index: number, on: boolean): void {
  (on ? Taro.showTabBarRedDot({ index }) : Taro.hideTabBarRedDot({ index })).catch(stay);
}
