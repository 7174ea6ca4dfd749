import { Text, View } from '@tarojs/components';
import type { ReactElement } from 'react';

export default function Index(): ReactElement {
  return (
    <View>
      <Text>Hello world!</Text>
    </View>
  );
}
