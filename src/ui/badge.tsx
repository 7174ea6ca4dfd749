import { View } from '@tarojs/components';
import type { ReactElement } from 'react';

export type BadgeTone = 'gold' | 'pine' | 'vermilion' | 'grey' | 'ink' | 'outline';

interface BadgeProps {
  readonly text: string;
  readonly tone?: BadgeTone;
  readonly className?: string;
}

/** A short word that marks a state; the word itself tells, the colour only helps. */
export function Badge({ text, tone = 'grey', className = '' }: BadgeProps): ReactElement {
  return <View className={`badge badge--${tone} ${className}`}>{text}</View>;
}
