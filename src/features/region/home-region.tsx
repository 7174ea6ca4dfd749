import type { ReactElement } from 'react';
import { NATION } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { useLeavePicker } from './use-leave-picker';
import { chooseRegion, usePreference } from '../../sync/preferences';
import { rememberRegion, useRecentRegions } from '../../sync/recent-regions';
import { RegionPicker } from './region-picker';

/** Where one is looking: what the phone keeps a copy of. */
export function HomeRegion(): ReactElement {
  const leave = useLeavePicker('/pages/home/index');
  const chosen = usePreference('region')?.code;
  const recent = useRecentRegions();
  return (
    <RegionPicker
      hint={t.region.hint}
      root={NATION}
      chosen={chosen}
      recent={recent}
      onChoose={(region) => {
        rememberRegion(region);
        chooseRegion(region);
        leave();
      }}
    />
  );
}
