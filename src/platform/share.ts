/** A page's card for a friend and for the timeline; in the browser, its address. */
import Taro, { useShareAppMessage, useShareTimeline } from '@tarojs/taro';
import { copyText, type Outcome } from './phone';

/** The page must work on its own: the friend may never have seen the app, and has nothing stored. */
export interface ShareCard {
  readonly title: string;
  /** The page that the card opens, `/packages/event/index`. The timeline always opens the page that it was shared from. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** A page of the server that chats can read and that leads to the app: `/e/id`. */
  readonly webPath?: string;
  /** A picture (5:4) at an address or in a file; without it WeChat takes the top of the page. */
  readonly imageUrl?: string;
  /** The timeline's own picture (1:1); without it `imageUrl`. */
  readonly timelineImageUrl?: string;
}

const queryOf = ({ query = {} }: Pick<ShareCard, 'query'>): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

function pathOf(card: Pick<ShareCard, 'path' | 'query'>): string {
  const query = queryOf(card);
  return query === '' ? card.path : `${card.path}?${query}`;
}

/**
 * Offers the page in WeChat's menu, to friends and to the timeline. Call it in every render of a page, and set
 * `enableShareAppMessage` and `enableShareTimeline` in the page's config: Taro looks for its own hooks in the page's
 * file only. Where the page has nothing of its own to share yet, give it what stands for it.
 */
export function useShare(card: ShareCard): void {
  const { title, imageUrl, timelineImageUrl = imageUrl } = card;
  useShareAppMessage(() => ({ title, path: pathOf(card), ...(imageUrl === undefined ? {} : { imageUrl }) }));
  useShareTimeline(() => ({
    title,
    query: queryOf(card),
    ...(timelineImageUrl === undefined ? {} : { imageUrl: timelineImageUrl }),
  }));
}

/** Ours, not the page's top that WeChat would take: that may show a person's ticket or place. */
const FORWARD_PICTURE = '/assets/share.png';

/**
 * Offers a page in WeChat's menu to friends, for pages that are of no use in the timeline's single page. Called like
 * `useShare`, with `enableShareAppMessage` in the page's config.
 */
export function useForward(card: Pick<ShareCard, 'title' | 'path' | 'query'>): void {
  useShareAppMessage(() => ({ title: card.title, path: pathOf(card), imageUrl: FORWARD_PICTURE }));
}

type Linked = Pick<ShareCard, 'path' | 'query' | 'webPath'>;

/** The page's whole address in the browser: `https://host/#/packages/nearby/index`, `https://host/e/1`. */
export function shareLink(card: Linked): string {
  if (card.webPath !== undefined) return serverLink(card.webPath);
  const { origin, pathname } = window.location;
  return `${origin}${pathname}#${pathOf(card)}`;
}

/** A path of our server as anybody may ask for it: `https://host/api/v1/calendar.ics`. */
export function serverLink(path: string): string {
  return (process.env.TARO_ENV === 'h5' ? window.location.origin : API_BASE) + path;
}

/** Where anybody with a browser finds the page; `webAddress`: as the server says, else the server itself. */
export function webLink(card: Linked, webAddress: string = API_BASE): string {
  return process.env.TARO_ENV === 'h5' ? shareLink(card) : `${webAddress}/#${pathOf(card)}`;
}

export type Shared = 'shared' | 'copied' | 'refused';

/**
 * Browser only, from a tap: hands title and address to the system's own sheet (Web Share API); where there is none, the
 * address goes to the clipboard. Who closes the sheet has refused. In the mini-program use a `share` button.
 */
export async function sharePage(card: ShareCard): Promise<Shared> {
  const url = shareLink(card);
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title: card.title, url });
      return 'shared';
    } catch {
      return 'refused';
    }
  }
  const copied: Outcome = await copyText(`${card.title}\n${url}`);
  return copied === 'done' ? 'copied' : 'refused';
}

/** The timeline's single page (scene 1154): no login, no navigation, no forms there. */
export function isSinglePage(): boolean {
  return process.env.TARO_ENV !== 'h5' && Taro.getLaunchOptionsSync().scene === 1154;
}
