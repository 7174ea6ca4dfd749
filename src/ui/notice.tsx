import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon-names';

interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  /** In a list of other things: half as high. */
  readonly small?: boolean;
  readonly action?: { readonly text: string; readonly onTap: () => void };
}

/** What a screen shows when it has nothing to list: why, and a way on. */
export function EmptyState({ icon, title, text, small = false, action }: EmptyStateProps): ReactElement {
  return (
    <View className={`notice ${small ? 'notice--small' : ''}`} {...ariaProps({ role: 'status' })}>
      <View className="notice__medal">
        <Icon name={icon} colour="gold" size={32} />
      </View>
      <View className="notice__title">{title}</View>
      {text === undefined ? null : <View className="notice__text">{text}</View>}
      {action === undefined ? null : <Button text={action.text} onTap={action.onTap} />}
    </View>
  );
}
