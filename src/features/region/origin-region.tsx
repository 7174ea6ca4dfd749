import type { ReactElement } from 'react';
import { centreOf, COVERED } from '../../domain/region-centres';
import { t } from '../../i18n/strings';
import { goBack } from '../../platform/navigation';
import { chooseOriginRegion, useOriginRegion } from '../../sync/nearby-origin';
import { RegionPicker } from './region-picker';

/** Where distances are counted from: a region whose centre is known. */
export function OriginRegion(): ReactElement {
  const chosen = useOriginRegion()?.code;
  return (
    <RegionPicker
      hint={t.nearby.originHint}
      root={COVERED}
      chosen={chosen}
      noteOf={(code) => (centreOf(code) === null ? null : '')}
      onChoose={(region) => {
        chooseOriginRegion(region);
        goBack('/pages/home/index');
      }}
    />
  );
}
