import { View } from '@tarojs/components';
import type { ReactElement } from 'react';

export type BadgeTone = 'gold' | 'pine' | 'vermilion' | 'grey' | 'outline';

/** A short word that marks a state; the word itself tells, the colour only helps. */
export function Badge({ text, tone = 'grey' }: { readonly text: string; readonly tone?: BadgeTone }): ReactElement {
  return <View className={`badge badge--${tone}`}>{text}</View>;
}
