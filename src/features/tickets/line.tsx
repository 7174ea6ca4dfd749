import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Selectable } from '../../ui/selectable';
import { Unbroken } from '../../ui/unbroken';

interface LineProps {
  readonly name: string;
  readonly children: string;
  /** It breaks at its spaces only: `14:00–16:00` stays whole. */
  readonly isUnbroken?: boolean;
}

/** A named line of a ticket. */
export function Line({ name, children, isUnbroken = false }: LineProps): ReactElement {
  return (
    <View className="ticket__line">
      <View className="ticket__name">{name}</View>
      <View className="ticket__value">
        {isUnbroken ? <Unbroken text={children} /> : <Selectable>{children}</Selectable>}
      </View>
    </View>
  );
}
