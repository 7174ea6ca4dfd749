import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactElement } from 'react';
import { ariaProps } from './a11y';
import { Icon } from './icon';
import { Tap } from './tap';

interface SectionProps {
  readonly title: string;
  readonly more?: { readonly text: string; readonly onTap: () => void };
}

export function Section({ title, more, children }: PropsWithChildren<SectionProps>): ReactElement {
  return (
    <View className="section">
      <View className="section__head">
        <View className="section__title" {...ariaProps({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {more === undefined ? null : (
          <Tap label={`${title}，${more.text}`} role="link" onTap={more.onTap} className="section__more">
            <View>{more.text}</View>
            <Icon name="chevron-right" size={16} />
          </Tap>
        )}
      </View>
      {children}
    </View>
  );
}
