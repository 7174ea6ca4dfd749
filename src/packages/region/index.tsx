import type { ReactElement } from 'react';
import { FilterRegion } from '../../features/region/filter-region';
import { HomeRegion } from '../../features/region/home-region';
import { OriginRegion } from '../../features/region/origin-region';
import { AppScreen } from '../../features/settings/app-screen';
import { nearbyPage, t } from '../../../words/strings';
import { usePageParam, usePageTitle } from '../../platform/navigation';
import './index.scss';

export default function RegionPage(): ReactElement {
  const what = usePageParam('for');
  const title = what === 'origin' ? nearbyPage.originTitle : t.region.title;
  usePageTitle(title);
  return (
    <AppScreen title={title}>
      {what === 'origin' ? <OriginRegion /> : what === 'filter' ? <FilterRegion /> : <HomeRegion />}
    </AppScreen>
  );
}
