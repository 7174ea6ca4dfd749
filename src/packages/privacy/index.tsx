import type { ReactElement } from 'react';
import { HandlerCard } from '../../features/privacy/handler-card';
import { MyData } from '../../features/privacy/my-data';
import { PrivacyText } from '../../features/privacy/privacy-text';
import { AppScreen } from '../../features/settings/app-screen';
import { privacyPage } from '../../../words/strings';
import './index.scss';

export default function PrivacyPage(): ReactElement {
  return (
    <AppScreen title={privacyPage.title}>
      <HandlerCard title={privacyPage.handlerTitle} />
      <PrivacyText />
      <MyData />
    </AppScreen>
  );
}
