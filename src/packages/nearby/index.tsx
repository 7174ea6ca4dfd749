import type { ReactElement } from 'react';
import { Freshness } from '../../features/freshness/freshness';
import { ReplicaGate } from '../../features/freshness/replica-gate';
import { NearbyView } from '../../features/nearby/nearby-view';
import { AppScreen } from '../../features/settings/app-screen';
import { nearbyPage, t } from '../../../words/strings';
import { useForward } from '../../platform/share';
import { useNow } from '../../sync/now';
import './index.scss';

export default function NearbyPage(): ReactElement {
  const now = useNow();
  useForward({ title: t.forward.nearby, path: '/packages/nearby/index' });
  return (
    <AppScreen title={nearbyPage.title}>
      <ReplicaGate>
        <NearbyView now={now} />
        <Freshness />
      </ReplicaGate>
    </AppScreen>
  );
}
