import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { FreshnessProblem, FreshnessTime } from '../../features/freshness/freshness';
import { ReplicaGate } from '../../features/freshness/replica-gate';
import { CampaignBand } from '../../features/home/campaign-band';
import { Doors, LargeDoors, MoreDoors } from '../../features/home/doors';
import { UpcomingList } from '../../features/home/upcoming-list';
import { RegionButton } from '../../features/region/region-button';
import { useTabDot } from '../../features/inbox/use-tab-dot';
import { AppScreen } from '../../features/settings/app-screen';
import { LargeTypeSwitch } from '../../features/settings/large-type';
import { HomeMine, HomeNews } from '../../features/tickets/home-mine';
import { t } from '../../../words/strings';
import { usePulledDown } from '../../platform/lifecycle';
import { useForward } from '../../platform/share';
import { useNow } from '../../sync/now';
import { useLargeType } from '../../sync/preferences';
import { replicaOf, useReplica } from '../../sync/replica';
import './index.scss';

export default function HomePage(): ReactElement {
  const campaign = useReplica((state) => state.replica.campaign);
  const large = useLargeType();
  const now = useNow();
  useTabDot();
  usePulledDown(() => replicaOf(null).pull());
  const name = campaign === null ? t.forward.national : t.month.name(campaign.year);
  useForward({ title: t.forward.home(name), path: '/pages/home/index' });
  return (
    <AppScreen>
      {campaign === null ? null : <CampaignBand campaign={campaign} now={now} />}
      <View className="home__top">
        <RegionButton />
        <LargeTypeSwitch />
      </View>
      <FreshnessProblem />
      <HomeNews now={now} />
      {large ? <LargeDoors /> : <Doors />}
      <HomeMine now={now} />
      {campaign?.sample ? <View className="home__sample">{t.month.sampleNote}</View> : null}
      {campaign?.state === 'archived' ? <View className="home__sample">{t.month.archived}</View> : null}
      <ReplicaGate>
        <UpcomingList now={now} />
      </ReplicaGate>
      {large ? <MoreDoors /> : null}
      <View className="home__fresh">
        <FreshnessTime />
      </View>
    </AppScreen>
  );
}
