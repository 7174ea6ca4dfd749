import { ScrollView, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactElement, useEffect } from 'react';
import { wheelSideways } from '../platform/sideways-wheel';

interface StripProps {
  /** Of its own on the page. */
  readonly id: string;
  readonly className: string;
}

/** One line that is pushed sideways: by a finger, by the keyboard, and with a mouse by its wheel. */
export function Strip({ id, className, children }: PropsWithChildren<StripProps>): ReactElement {
  useEffect(() => (process.env.TARO_ENV === 'h5' ? wheelSideways(id) : undefined), [id]);
  return (
    <View id={id}>
      <ScrollView scrollX enableFlex showScrollbar={false} className={className}>
        {children}
      </ScrollView>
    </View>
  );
}
