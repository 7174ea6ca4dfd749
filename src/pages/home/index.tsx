import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { Freshness } from '../../features/freshness/freshness';
import { ReplicaGate } from '../../features/freshness/replica-gate';
import { CampaignBand } from '../../features/home/campaign-band';
import { Doors } from '../../features/home/doors';
import { NearList } from '../../features/home/near-list';
import { RegionButton } from '../../features/region/region-button';
import { useTabDot } from '../../features/inbox/use-tab-dot';
import { AppScreen } from '../../features/settings/app-screen';
import { NextTicket } from '../../features/tickets/next-ticket';
import { t } from '../../i18n/strings';
import { usePulledDown } from '../../platform/lifecycle';
import { useForward } from '../../platform/share';
import { useNow } from '../../sync/now';
import { usePreference } from '../../sync/preferences';
import { replicaOf, useReplica } from '../../sync/replica';
import './index.scss';

export default function HomePage(): ReactElement {
  const campaign = useReplica((state) => state.replica.campaign);
  const region = usePreference('region');
  const now = useNow();
  useTabDot();
  usePulledDown(() => replicaOf(null).pull());
  const name = campaign === null ? t.forward.national : t.month.name(campaign.year);
  useForward({ title: t.forward.home(name), path: '/pages/home/index' });
  return (
    <AppScreen>
      {campaign === null ? null : <CampaignBand campaign={campaign} now={now} />}
      <View className="home__region">
        <RegionButton />
        {region === null ? null : <Freshness />}
      </View>
      <Doors />
      <NextTicket now={now} />
      {campaign?.sample ? <View className="home__sample">{t.month.sampleNote}</View> : null}
      {campaign?.state === 'archived' ? <View className="home__sample">{t.month.archived}</View> : null}
      <ReplicaGate>
        <NearList now={now} regionName={region?.name ?? ''} />
      </ReplicaGate>
    </AppScreen>
  );
}
