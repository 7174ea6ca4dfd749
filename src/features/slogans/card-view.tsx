import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sloganCards } from '../../../words/strings';
import { ariaProps } from '../../ui/a11y';
import { DrawingArea } from '../../ui/drawing-area';
import { Icon } from '../../ui/icon';
import { Segments } from '../../ui/segments';
import { Tap } from '../../ui/tap';
import { useSwipe } from '../../ui/use-swipe';
import { Designs } from './designs';
import type { Cards, KeptFormat } from './use-cards';

export const CARD_AREA = 'slogan-card';

const FORMATS: readonly { readonly value: KeptFormat; readonly text: string }[] = [
  { value: 'portrait', text: sloganCards.format.portrait },
  { value: 'square', text: sloganCards.format.square },
];

function Pager({ cards }: { readonly cards: Cards }): ReactElement {
  const { at, go } = cards;
  return (
    <View className="card-turn">
      <Tap
        label={sloganCards.previous}
        className="card-turn__way"
        onTap={() => {
          go(-1);
        }}
      >
        <Icon name="chevron-left" colour="ink" size={24} />
        <View>{sloganCards.previous}</View>
      </Tap>
      <View className="card-turn__count" {...ariaProps({ role: 'status' })}>
        {sloganCards.count(at + 1, cards.cards.length)}
      </View>
      <Tap
        label={sloganCards.next}
        className="card-turn__way"
        onTap={() => {
          go(1);
        }}
      >
        <View>{sloganCards.next}</View>
        <Icon name="chevron-right" colour="ink" size={24} />
      </Tap>
    </View>
  );
}

interface CardViewProps {
  readonly cards: Cards;
  /** The drawn card in words. */
  readonly drawn: string;
}

/** One card as large as the screen allows; a finger's way across for the next text, a row of designs below. */
export function CardView({ cards, drawn }: CardViewProps): ReactElement {
  const { content, format, go } = cards;
  const swiping = useSwipe((swipe) => {
    if (swipe === 'left') go(1);
    if (swipe === 'right') go(-1);
  });
  return (
    <View>
      <View className="card-head">
        <View className="card-head__label" {...ariaProps({ role: 'heading', level: 2 })}>
          {content.label}
        </View>
        <View className="card-head__formats">
          <Segments options={FORMATS} value={format} onChange={cards.reformat} />
        </View>
      </View>
      <View className={`swipe card-stage card-stage--${format}`} {...swiping}>
        <View className="card-stage__sheet">
          <DrawingArea id={CARD_AREA} label={drawn} className="card-stage__board" />
        </View>
      </View>
      <Pager cards={cards} />
      <Designs chosen={cards.design} choose={cards.choose} />
    </View>
  );
}
