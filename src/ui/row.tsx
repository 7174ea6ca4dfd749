import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Icon } from './icon';
import type { IconName } from './icon-names';
import { Tap } from './tap';

interface RowProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: IconName;
  readonly onTap: () => void;
  /** A switch shows its state in words and shape instead of a way on. */
  readonly checked?: boolean;
  /** Something new is behind it; `text` says what. */
  readonly dot?: boolean;
}

/** A line of a settings or choice list. */
export function Row({ title, text, icon, onTap, checked, dot = false }: RowProps): ReactElement {
  return (
    <Tap
      label={text === undefined ? title : `${title}，${text}`}
      role={checked === undefined ? 'link' : 'switch'}
      checked={checked}
      onTap={onTap}
      className="row"
    >
      {icon === undefined ? null : <Icon name={icon} colour="gold" size={24} />}
      <View className="row__words">
        <View className="row__title">{title}</View>
        {text === undefined ? null : <View className="row__text">{text}</View>}
      </View>
      {dot ? <View className="row__dot" /> : null}
      {checked === undefined ? (
        <Icon name="chevron-right" size={20} />
      ) : (
        <View className={`toggle ${checked ? 'toggle--on' : ''}`}>
          <View className="toggle__knob" />
        </View>
      )}
    </Tap>
  );
}
