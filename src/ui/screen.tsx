import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { ariaProps } from './a11y';

interface ScreenProps {
  /** 长辈版: larger type, targets and spacing for everything inside. */
  readonly large: boolean;
  /** What the keyboard reaches first. */
  readonly skip?: ReactElement;
  /** Room at the end for a fixed bar of actions. */
  readonly footer?: ReactElement;
}

export function Screen({ large, skip, footer, children }: PropsWithChildren<ScreenProps>): ReactElement {
  return (
    <View
      className={`screen ${large ? 'screen--large' : ''}`}
      {...(process.env.TARO_ENV === 'h5' ? ariaProps({ role: 'main' }) : {})}
    >
      {skip}
      <View className={footer === undefined ? 'screen__body' : 'screen__body screen__body--footer'}>{children}</View>
      {footer === undefined ? null : <View className="screen__footer">{footer}</View>}
    </View>
  );
}
