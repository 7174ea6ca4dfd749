import { Button as NativeButton, View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ariaProps } from './a11y';

/** WeChat's own form, whose answers the operator reads in WeChat's console. A browser has none. */
export function FeedbackButton({ text }: { readonly text: string }): ReactElement | null {
  if (process.env.TARO_ENV === 'h5') return null;
  return (
    <View className="feedback">
      <NativeButton
        openType="feedback"
        className="tap button button--native button--plain"
        {...ariaProps({ role: 'button', label: text })}
      >
        {text}
      </NativeButton>
    </View>
  );
}
