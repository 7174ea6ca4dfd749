import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { meaning } from './a11y';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon-names';

interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly text: string; readonly onTap: () => void };
}

/** What a screen shows when it has nothing to list: why, and a way on. */
export function Notice({ icon, title, text, action }: NoticeProps): ReactElement {
  return (
    <View className="notice" {...meaning({ role: 'status' })}>
      <View className="notice__medal">
        <Icon name={icon} colour="gold" size={32} />
      </View>
      <View className="notice__title">{title}</View>
      {text === undefined ? null : <View className="notice__text">{text}</View>}
      {action === undefined ? null : <Button text={action.text} onTap={action.onTap} />}
    </View>
  );
}
