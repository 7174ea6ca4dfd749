import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';

interface ChangeLinesProps {
  readonly changes: readonly {
    readonly field: string;
    readonly from: string;
    readonly to: string;
    readonly label: string;
  }[];
  readonly was: string;
  readonly is: string;
}

/** Old → new, field by field: the words tell which is which, the stroke and the colour only help. */
export function ChangeLines({ changes, was, is }: ChangeLinesProps): ReactElement {
  return (
    <View {...(changes.length === 0 ? {} : ariaProps({ role: 'list' }))}>
      {changes.map(({ field, from, to, label }) => (
        <View key={field} className="change" {...ariaProps({ role: 'listitem', label })}>
          <View className="change__field">{field}</View>
          <View className="change__from">
            {was} {from}
          </View>
          <View className="change__to">
            {is} {to}
          </View>
        </View>
      ))}
    </View>
  );
}
