import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import type { IconName } from './icon-names';

export type IconColour = 'ink' | 'grey' | 'vermilion' | 'gold';

interface IconProps {
  readonly name: IconName;
  readonly colour?: IconColour;
  /** CSS pixels. */
  readonly size?: 12 | 16 | 20 | 24 | 32;
}

/** Ornament beside a word, never instead of one: it has no name for a screen reader. */
export function Icon({ name, colour = 'grey', size = 20 }: IconProps): ReactElement {
  return <View className={`icon icon--${name} icon--${colour} icon--${size}`} />;
}
