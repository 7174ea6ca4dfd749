import type { ReactElement } from 'react';
import type { QualityEvent } from '../../../domain/event/event';
import { NATION, sees } from '../../../domain/region/region';
import { signUpForm } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { chooseRegion, usePreference } from '../../sync/preferences';
import { Button } from '../../ui/button';

/** A shared card brings people from elsewhere: from their ticket they get to the events of the place they go to. */
export function EventRegion({ event }: { readonly event: QualityEvent }): ReactElement | null {
  const chosen = usePreference('region')?.code;
  const { region: code, regionName: name } = event;
  if (chosen !== undefined && (code === NATION || sees(chosen, code))) return null;
  return (
    <Button
      text={code === NATION ? signUpForm.moreEvents : signUpForm.eventsIn(name)}
      onTap={() => {
        if (code !== NATION) chooseRegion({ code, name });
        switchTab('/pages/calendar/index');
      }}
    />
  );
}
