/** Keeping and sending a card, and what to say about how it went. */
import { useState } from 'react';
import { sloganCards } from '../../../words/strings';
import type { Picture } from '../../platform/canvas';
import { openAlbumSetting, savePicture, sendPicture } from '../../platform/picture';
import { sameWish, useOnce, type Wish } from '../../ui/use-once';
import { copyText } from '../../platform/phone';
import type { DrawnOf } from './use-drawn-card';

/** `denied`: the album is closed; `hold`: to be held by a finger, the picture's address comes along. */
export type CardNews =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'hold'; readonly address: string };

export interface CardActs {
  readonly news: CardNews | null;
  readonly save: () => void;
  /** In the browser; the mini-program shares by WeChat's own button. */
  readonly send: () => void;
  readonly openAlbum: () => void;
  readonly close: () => void;
}

/** A card that can be kept: its file's name, the words that go with it, and where it leads. */
export interface KeptCard extends DrawnOf {
  readonly fileName: string;
  readonly text: string;
  readonly address: string;
}

export function useCardActs(cards: KeptCard, picture: () => Promise<Picture | null>): CardActs {
  const { content, design, format, fileName: name } = cards;
  const [heard, setHeard] = useState<{ readonly of: Wish; readonly news: CardNews } | null>(null);
  const shown = [content, design, format];
  // What was said of one card is not said of the next.
  const news = heard !== null && sameWish(heard.of, shown) ? heard.news : null;
  const setNews = (said: CardNews | null): void => {
    setHeard(said === null ? null : { of: shown, news: said });
  };
  const say = (text: string): void => {
    setNews({ kind: 'said', text });
  };
  const once = useOnce();

  const keep = async (drawn: Picture | null): Promise<boolean> => {
    const saved = drawn === null ? 'failed' : await savePicture(drawn, name);
    if (saved === 'saved' || saved === 'downloaded' || saved === 'failed') say(sloganCards[saved]);
    else if (saved === 'denied') setNews({ kind: 'denied' });
    else if (saved === 'hold' && drawn?.kind === 'blob') {
      setNews({ kind: 'hold', address: URL.createObjectURL(drawn.blob) });
    } else setNews(null);
    return saved === 'saved' || saved === 'downloaded';
  };
  const save = async (): Promise<boolean> => keep(await picture());
  const send = async (): Promise<boolean> => {
    const drawn = await picture();
    const sent = drawn?.kind === 'blob' ? await sendPicture(drawn.blob, name, cards.text) : 'unable';
    if (sent !== 'unable') return sent === 'sent';
    const kept = await keep(drawn);
    // A browser without such a sheet: the person has the picture, and the address to go with it.
    if (kept)
      say((await copyText(cards.address)) === 'done' ? sloganCards.downloadedToSend : sloganCards.downloadedOnly);
    return kept;
  };
  const openAlbum = async (): Promise<void> => {
    if (await openAlbumSetting()) await save();
  };
  return {
    news,
    save: () => {
      once(['save', ...shown], save);
    },
    send: () => {
      once(['send', ...shown], send);
    },
    openAlbum: () => void openAlbum(),
    close: () => {
      setNews(null);
    },
  };
}
