import type { ReactElement } from 'react';
import { centreOf, COVERED } from '../../../domain/region/region-centres';
import { nearbyPage } from '../../../words/strings';
import { useLeavePicker } from './use-leave-picker';
import { chooseOriginRegion, useOriginRegion } from '../../sync/nearby-origin';
import { RegionPicker } from './region-picker';

/** Where distances are counted from: a region whose centre is known. */
export function OriginRegion(): ReactElement {
  const leave = useLeavePicker('/pages/home/index');
  const chosen = useOriginRegion()?.code;
  return (
    <RegionPicker
      hint={nearbyPage.originHint}
      root={COVERED}
      chosen={chosen}
      noteOf={(code) => (centreOf(code) === null ? null : '')}
      onChoose={(region) => {
        chooseOriginRegion(region);
        leave();
      }}
    />
  );
}
