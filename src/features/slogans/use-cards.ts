/** Which card is shown: a text, a design, a format. Where it begins may come with a link, so nothing of it is trusted. */
import { useMemo, useState } from 'react';
import { type CardPlace, type Design, DESIGNS } from '../../../domain/slogan/card-scene';
import { type Card, cardsOf, type CardTexts, stampYear, THEME_KEY } from '../../../domain/slogan/slogan';
import { type QrMatrix, qrMatrix } from '../../../domain/sign-up/qr';
import { sloganCards, t } from '../../../words/strings';
import { type ShareCard, webLink } from '../../platform/share';
import type { CardContent } from './drawing/sheet';
import type { KeptCard } from './use-card-acts';

export type KeptFormat = 'portrait' | 'square';

export interface Cards extends KeptCard {
  readonly cards: readonly Card[];
  readonly at: number;
  readonly design: Design;
  readonly format: KeptFormat;
  readonly content: CardContent;
  /** What the card is, in words. */
  readonly label: string;
  readonly place: CardPlace;
  readonly link: Required<Pick<ShareCard, 'title' | 'path' | 'query'>>;
  readonly go: (step: 1 | -1) => void;
  readonly choose: (design: Design) => void;
  readonly reformat: (format: KeptFormat) => void;
}

export interface Start {
  readonly card?: string;
  readonly design?: string;
}

export const isDesign = (name: string | undefined): name is Design => DESIGNS.some((design) => design === name);

/** Made when it is first wanted: by then the words of the screen stand. */
export function codeOf(address: string): () => QrMatrix {
  let matrix: QrMatrix | null = null;
  return () => (matrix ??= qrMatrix(address));
}

function contentOf(texts: CardTexts, card: Card, address: string): CardContent {
  const year = stampYear(texts);
  return {
    text: card.text,
    label: card.key === THEME_KEY ? sloganCards.theme : sloganCards.slogan,
    name: t.month.name(year),
    year,
    code: { matrix: codeOf(address), hint: sloganCards.scan },
  };
}

/** What a link names may not be there: then the first. */
const placeOf = (cards: readonly Card[], key: string): number =>
  Math.max(
    0,
    cards.findIndex((card) => card.key === key),
  );

export function useCards(texts: CardTexts, start: Start): Cards {
  const cards = useMemo(() => cardsOf(texts), [texts]);
  const [key, setKey] = useState(start.card ?? THEME_KEY);
  const [design, choose] = useState<Design>(isDesign(start.design) ? start.design : 'solemn');
  const [format, reformat] = useState<KeptFormat>('portrait');
  const at = placeOf(cards, key);
  const card = useMemo(() => cards[at] ?? { key: THEME_KEY, text: texts.theme }, [cards, at, texts]);
  const place = useMemo(() => ({ campaign: texts.id, card: card.key, design }), [texts, card, design]);
  const link = useMemo(
    () => ({
      title: card.text,
      path: '/packages/slogans/index',
      query: { ...place },
    }),
    [card, place],
  );
  const address = webLink(link, texts.webAddress);
  const content = useMemo(() => contentOf(texts, card, address), [texts, card, address]);
  const go = (step: 1 | -1): void => {
    // From where it stands by then: a second tap may come before the first one is drawn.
    setKey((now) => cards[(placeOf(cards, now) + step + cards.length) % cards.length]?.key ?? now);
  };
  const label = sloganCards.now(content.label, card.text, sloganCards.design[design]);
  const fileName = `质量月-${content.year}-${card.key}.png`;
  return {
    cards,
    at,
    fileName,
    text: card.text,
    address,
    design,
    format,
    content,
    label,
    place,
    link,
    go,
    choose,
    reformat,
  };
}
