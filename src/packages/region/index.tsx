import type { ReactElement } from 'react';
import { FilterRegion } from '../../features/region/filter-region';
import { HomeRegion } from '../../features/region/home-region';
import { OriginRegion } from '../../features/region/origin-region';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../i18n/strings';
import { usePageParam } from '../../platform/navigation';
import './index.scss';

export default function RegionPage(): ReactElement {
  const what = usePageParam('for');
  if (what === 'origin') {
    return (
      <AppScreen title={t.nearby.originTitle}>
        <OriginRegion />
      </AppScreen>
    );
  }
  return <AppScreen title={t.region.title}>{what === 'filter' ? <FilterRegion /> : <HomeRegion />}</AppScreen>;
}
