import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';

/** Rows in the shape of the event cards that are on their way. */
export function Skeleton({ rows, label }: { readonly rows: number; readonly label: string }): ReactElement {
  return (
    <View className="skeleton" {...ariaProps({ role: 'status', label })}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="skeleton__row">
          <View className="skeleton__date" />
          <View className="skeleton__lines">
            <View className="skeleton__line" />
            <View className="skeleton__line skeleton__line--short" />
          </View>
        </View>
      ))}
    </View>
  );
}
