/** Keeping and sending a card, and what to say about how it went. */
import { useRef, useState } from 'react';
import { t } from '../../i18n/strings';
import type { Picture } from '../../platform/canvas';
import { openAlbumSetting, savePicture, sendPicture } from '../../platform/picture';
import type { Cards } from './use-cards';

/** `denied`: the album is closed; `hold`: to be held by a finger, the picture's address comes along. */
export type CardNews =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'hold'; readonly address: string };

/** A second tap so soon is no second wish. */
const MOMENT_MS = 1000;

const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

export interface CardActs {
  readonly news: CardNews | null;
  readonly save: () => void;
  /** In the browser; the mini-program shares by WeChat's own button. */
  readonly send: () => void;
  readonly openAlbum: () => void;
  readonly close: () => void;
}

export function useCardActs(cards: Cards, picture: () => Promise<Picture | null>): CardActs {
  const { content, design, format } = cards;
  const [heard, setHeard] = useState<{ readonly of: readonly unknown[]; readonly news: CardNews } | null>(null);
  const shown = [content, design, format];
  // What was said of one card is not said of the next.
  const news = heard !== null && same(heard.of, shown) ? heard.news : null;
  const setNews = (said: CardNews | null): void => {
    setHeard(said === null ? null : { of: shown, news: said });
  };
  const say = (text: string): void => {
    setNews({ kind: 'said', text });
  };
  const name = `质量月-${cards.content.year}-${cards.link.query.card ?? ''}.png`;

  const last = useRef<readonly unknown[] | null>(null);
  /** `act` tells whether it came to something: what did not may be tried again at once. */
  const once = (name: string, act: () => Promise<boolean>): void => {
    const wish = [name, ...shown];
    if (last.current !== null && same(last.current, wish)) return;
    last.current = wish;
    const forget = (): void => {
      if (last.current === wish) last.current = null;
    };
    setTimeout(forget, MOMENT_MS);
    void act().then((done) => {
      if (!done) forget();
    });
  };

  const keep = async (drawn: Picture | null): Promise<boolean> => {
    const saved = drawn === null ? 'failed' : await savePicture(drawn, name);
    if (saved === 'saved' || saved === 'downloaded' || saved === 'failed') say(t.slogans[saved]);
    else if (saved === 'denied') setNews({ kind: 'denied' });
    else if (saved === 'hold' && drawn?.kind === 'blob') {
      setNews({ kind: 'hold', address: URL.createObjectURL(drawn.blob) });
    } else setNews(null);
    return saved === 'saved' || saved === 'downloaded';
  };
  const save = async (): Promise<boolean> => keep(await picture());
  const send = async (): Promise<boolean> => {
    const drawn = await picture();
    const sent = drawn?.kind === 'blob' ? await sendPicture(drawn.blob, name, cards.content.text) : 'unable';
    return sent === 'unable' ? keep(drawn) : sent === 'sent';
  };
  const openAlbum = async (): Promise<void> => {
    if (await openAlbumSetting()) await save();
  };
  return {
    news,
    save: () => {
      once('save', save);
    },
    send: () => {
      once('send', send);
    },
    openAlbum: () => void openAlbum(),
    close: () => {
      setNews(null);
    },
  };
}
