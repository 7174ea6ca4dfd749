import type { ReactElement } from 'react';
import { HandlerCard } from '../../features/privacy/handler-card';
import { MyData } from '../../features/privacy/my-data';
import { PrivacyText } from '../../features/privacy/privacy-text';
import { privacyPage } from '../../../words/strings';
import { AppScreen } from '../../blocks/app-screen/app-screen';
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
