import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { type Design, DESIGNS } from '../../../domain/slogan/card-scene';
import { sloganCards } from '../../../words/strings';
import { meaning } from '../../ui/a11y';
import { Tap } from '../../ui/tap';

interface DesignsProps {
  readonly chosen: Design;
  readonly choose: (design: Design) => void;
}

/** The four designs, side by side. */
export function Designs({ chosen, choose }: DesignsProps): ReactElement {
  return (
    <View className="card-designs" {...meaning({ role: 'radiogroup', label: sloganCards.designs })}>
      {DESIGNS.map((design) => (
        <Tap
          key={design}
          label={sloganCards.design[design]}
          role="radio"
          checked={design === chosen}
          className={`card-designs__one ${design === chosen ? 'card-designs__one--on' : ''}`}
          onTap={() => {
            choose(design);
          }}
        >
          <View className={`card-designs__swatch card-designs__swatch--${design}`} />
          <View>{sloganCards.design[design]}</View>
        </Tap>
      ))}
    </View>
  );
}
