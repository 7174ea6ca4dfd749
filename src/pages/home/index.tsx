import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { FreshnessProblem, FreshnessTime } from '../../blocks/freshness/freshness';
import { ReplicaGate } from '../../blocks/gates/replica-gate';
import { BandToCome, CampaignBand } from '../../features/home/campaign-band';
import { Shortcuts, LargeShortcuts, MoreShortcuts } from '../../features/home/shortcuts';
import { HomeFooter } from '../../features/home/home-footer';
import { UpcomingList } from '../../features/home/upcoming-list';
import { RegionButton } from '../../features/region/region-button';
import { useTabDot } from '../../blocks/tab-dot/use-tab-dot';
import { AppScreen } from '../../blocks/app-screen/app-screen';
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
      {campaign === null ? <BandToCome /> : <CampaignBand campaign={campaign} now={now} />}
      <View className="home__top">
        <RegionButton />
        <LargeTypeSwitch />
      </View>
      <FreshnessProblem />
      <HomeNews now={now} />
      {large ? <LargeShortcuts /> : <Shortcuts />}
      <HomeMine now={now} />
      {campaign?.sample ? <View className="home__sample">{t.month.sampleNote}</View> : null}
      {campaign?.state === 'archived' ? <View className="home__sample">{t.month.archived}</View> : null}
      <ReplicaGate>
        <UpcomingList now={now} />
      </ReplicaGate>
      {large ? <MoreShortcuts /> : null}
      <View className="home__fresh">
        <FreshnessTime />
      </View>
      {campaign === null ? null : <HomeFooter />}
    </AppScreen>
  );
}
