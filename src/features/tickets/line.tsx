import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Selectable } from '../../ui/selectable';

/** A named line of a ticket. */
export function Line({ name, children }: { readonly name: string; readonly children: string }): ReactElement {
  return (
    <View className="ticket__line">
      <View className="ticket__name">{name}</View>
      <View className="ticket__value">
        <Selectable>{children}</Selectable>
      </View>
    </View>
  );
}
