import type { ReactElement } from 'react';
import { NATION } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { useLeavePicker } from './use-leave-picker';
import { chooseRegion, usePreference } from '../../sync/preferences';
import { useReplica } from '../../sync/replica';
import { rememberRegion, useRecentRegions } from '../../sync/recent-regions';
import { RegionPicker } from '../../blocks/region-picker/region-picker';

/** Where one is looking: what the phone keeps a copy of. */
export function HomeRegion(): ReactElement {
  const leave = useLeavePicker('/pages/home/index');
  const chosen = usePreference('region')?.code;
  const recent = useRecentRegions();
  /** Known while the whole country is looked at. */
  const provinces = useReplica((state) => state.replica.provinces);
  return (
    <RegionPicker
      hint={t.region.hint}
      root={NATION}
      chosen={chosen}
      recent={recent}
      noteOf={(code) => {
        const count = provinces?.find((province) => province.code === code)?.count ?? 0;
        return count === 0 ? '' : t.region.held(count);
      }}
      onChoose={(region) => {
        rememberRegion(region);
        chooseRegion(region);
        leave();
      }}
    />
  );
}
