import type { ReactElement } from 'react';
import { NearbyView } from '../../features/nearby/nearby-view';
import { nearbyPage, t } from '../../../words/strings';
import { AppScreen } from '../../blocks/app-screen/app-screen';
import { useForward } from '../../platform/share';
import { useNow } from '../../sync/now';
import './index.scss';

export default function NearbyPage(): ReactElement {
  const now = useNow();
  useForward({ title: t.forward.nearby, path: '/packages/nearby/index' });
  return (
    <AppScreen title={nearbyPage.title}>
      <NearbyView now={now} />
    </AppScreen>
  );
}
