import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Icon } from './icon';
import { Tap } from './tap';

interface CheckBoxProps {
  readonly text: string;
  readonly checked: boolean;
  /** `radio`: one of several. */
  readonly role?: 'checkbox' | 'radio';
  readonly onTap: () => void;
}

/** A box to tick, or one of several to choose: the tick tells, the colour only helps. */
export function CheckBox({ text, checked, role = 'checkbox', onTap }: CheckBoxProps): ReactElement {
  return (
    <Tap label={text} role={role} checked={checked} className="check" onTap={onTap}>
      <View className={`check__box check__box--${role} ${checked ? 'check__box--on' : ''}`}>
        {checked ? <Icon name="check" colour="vermilion" size={20} /> : null}
      </View>
      <View className="check__text">{text}</View>
    </Tap>
  );
}
