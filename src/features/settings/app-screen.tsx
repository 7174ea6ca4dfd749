import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactElement, useEffect } from 'react';
import { t } from '../../../words/strings';
import { dressFrame } from '../../platform/browser-frame';
import { goBack } from '../../platform/navigation';
import { skipToContent, usePageFocus } from '../../platform/page-focus';
import { useLargeType } from '../../sync/preferences';
import { meaning } from '../../ui/a11y';
import { Screen } from '../../ui/screen';
import { SkipLink } from '../../ui/skip-link';
import { TopBar } from '../../ui/top-bar';
import { UnkeptBanner } from './unkept-banner';

interface AppScreenProps {
  /** Of a page that is no tab: what the bar with the way back says. */
  readonly title?: string;
  /** Of a tab that shows no title of its own: what a browser's screen reader calls it. WeChat's bar says it by itself. */
  readonly heading?: string;
  readonly footer?: ReactElement;
}

/** A screen in the type size that the person chose. */
export function AppScreen({ title, heading, footer, children }: PropsWithChildren<AppScreenProps>): ReactElement {
  const large = useLargeType();
  usePageFocus();
  useEffect(() => {
    dressFrame({ large, tabsLabel: t.app.tabs });
  }, [large]);
  return (
    <Screen large={large} footer={footer} skip={<SkipLink text={t.app.skip} onSkip={skipToContent} />}>
      {title === undefined ? null : (
        <TopBar
          title={title}
          backLabel={t.app.back}
          onBack={() => {
            goBack('/pages/home/index');
          }}
        />
      )}
      {heading === undefined || process.env.TARO_ENV !== 'h5' ? null : (
        <View {...meaning({ role: 'heading', level: 1, label: heading })} />
      )}
      <UnkeptBanner />
      {children}
    </Screen>
  );
}
