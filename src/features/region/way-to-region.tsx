import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import { cityAround, NATION, sees } from '../../../domain/region/region';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { chooseRegion, usePreference } from '../../sync/preferences';
import { rememberRegion } from '../../sync/recent-regions';
import { Button } from '../../ui/button';

/** After an event of a region that is not the chosen one: what else is held there. */
export function WayToRegion({ event }: { readonly event: QualityEvent }): ReactElement | null {
  const chosen = usePreference('region');
  if (event.region === NATION) return null;
  if (chosen !== null && sees(chosen.code, event.region)) return null;
  const around = cityAround(event.region, event.regionName);
  return (
    <Button
      text={t.region.follow(around.name)}
      onTap={() => {
        rememberRegion(around);
        chooseRegion(around);
        switchTab('/pages/home/index');
      }}
    />
  );
}
