import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { Icon } from './icon';
import { Tap } from './tap';

interface TopBarProps {
  readonly title: string;
  readonly backLabel: string;
  readonly onBack: () => void;
}

/** The browser has no navigation bar of its own; the mini-program does, and shows none of this. */
export function TopBar({ title, backLabel, onBack }: TopBarProps): ReactElement | null {
  if (process.env.TARO_ENV !== 'h5') return null;
  return (
    <View className="top-bar">
      <Tap label={backLabel} onTap={onBack} className="top-bar__back">
        <Icon name="chevron-left" colour="ink" size={24} />
      </Tap>
      <View className="top-bar__title" {...ariaProps({ role: 'heading', level: 1 })}>
        {title}
      </View>
    </View>
  );
}
