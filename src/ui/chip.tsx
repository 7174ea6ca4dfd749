import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { Tap } from './tap';

interface ChipProps {
  readonly text: string;
  /** How many it stands for, behind its name. */
  readonly count?: number;
  readonly on?: boolean;
  readonly label: string;
  /** A way on to a choice, say; one that is on carries a cross instead. */
  readonly icon?: IconName;
  readonly onTap: () => void;
}

/** A choice that can be taken and taken back. */
export function Chip({ text, count, on = false, label, icon, onTap }: ChipProps): ReactElement {
  const mark = on ? 'x' : icon;
  return (
    <Tap label={label} selected={on} className={`chip ${on ? 'chip--on' : ''}`} onTap={onTap}>
      <View>{text}</View>
      {count === undefined ? null : <View className="chip__count">{count}</View>}
      {mark === undefined ? null : <Icon name={mark} colour={on ? 'vermilion' : 'grey'} size={16} />}
    </Tap>
  );
}
