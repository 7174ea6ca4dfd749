import { Text } from '@tarojs/components';
import type { ReactElement } from 'react';

/** Text that somebody may want elsewhere: a long press selects it in the mini-program too, as it does in any browser. */
export function Selectable({ children }: { readonly children: string }): ReactElement {
  return process.env.TARO_ENV === 'h5' ? <Text>{children}</Text> : <Text userSelect>{children}</Text>;
}
