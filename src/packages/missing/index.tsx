import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import './index.scss';

/** What an address opens that leads to no page. */
export default function MissingPage(): ReactElement {
  const words = t.missing;
  return (
    <AppScreen title={words.title}>
      <Notice icon="circle-alert" title={words.heading} text={words.text} />
      <View className="missing__ways">
        <Button
          look="main"
          text={words.home}
          onTap={() => {
            switchTab('/pages/home/index');
          }}
        />
        <Button
          text={words.calendar}
          onTap={() => {
            switchTab('/pages/calendar/index');
          }}
        />
      </View>
    </AppScreen>
  );
}
