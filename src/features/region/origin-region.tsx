import type { ReactElement } from 'react';
import { NATION } from '../../../domain/region/region';
import { centreOf, COVERED } from '../../../domain/region/region-centres';
import { nameOf } from '../../../domain/region/region-names';
import { nearbyPage } from '../../../words/strings';
import { useLeavePicker } from './use-leave-picker';
import { chooseOriginRegion, useOriginRegion } from '../../sync/nearby-origin';
import { chooseRegion, useViewedRegion } from '../../sync/preferences';
import { RegionPicker } from '../../blocks/region-picker/region-picker';

/**
 * Where distances are counted from: a region whose centre is known. Somebody who has chosen no region is then shown its
 * province, since the whole country's copy has nothing that is near.
 */
export function OriginRegion(): ReactElement {
  const leave = useLeavePicker('/pages/home/index');
  const chosen = useOriginRegion()?.code;
  const viewed = useViewedRegion();
  return (
    <RegionPicker
      hint={nearbyPage.originHint}
      root={COVERED}
      chosen={chosen}
      noteOf={(code) => (centreOf(code) === null ? null : '')}
      onChoose={(region) => {
        chooseOriginRegion(region);
        if (viewed.code === NATION) chooseRegion({ code: COVERED, name: nameOf(COVERED) ?? region.name });
        leave();
      }}
    />
  );
}
