import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icon-names';
import { Selectable } from '../../ui/selectable';

interface FactProps {
  readonly icon: IconName;
  readonly name: string;
  readonly note?: string;
  /** It can be tapped, and looks so. */
  readonly leads?: boolean;
}

/** A named line of the event: what it is called, what it says, and a smaller line under it. */
export function Fact({ icon, name, note, leads = false, children }: PropsWithChildren<FactProps>): ReactElement {
  return (
    <View className="fact">
      <Icon name={icon} colour="gold" size={20} />
      <View className="fact__words">
        <View className="fact__name">{name}</View>
        <View className={leads ? 'fact__value fact__value--leads' : 'fact__value'}>{children}</View>
        {note === undefined ? null : (
          <View className="fact__note">
            <Selectable>{note}</Selectable>
          </View>
        )}
      </View>
    </View>
  );
}
