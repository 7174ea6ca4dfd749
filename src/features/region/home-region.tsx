import type { ReactElement } from 'react';
import { NATION } from '../../domain/region';
import { t } from '../../i18n/strings';
import { goBack } from '../../platform/navigation';
import { chooseRegion, usePreference } from '../../sync/preferences';
import { RegionPicker } from './region-picker';

/** Where one is looking: what the phone keeps a copy of. */
export function HomeRegion(): ReactElement {
  const chosen = usePreference('region')?.code;
  return (
    <RegionPicker
      hint={t.region.hint}
      root={NATION}
      chosen={chosen}
      onChoose={(region) => {
        chooseRegion(region);
        goBack('/pages/home/index');
      }}
    />
  );
}
