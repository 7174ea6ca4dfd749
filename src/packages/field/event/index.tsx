import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { OrganisationGate } from '../../../features/field-work/member-gate';
import { MyEvent } from '../../../features/field-work/my-event';
import { fieldWork } from '../../../../words/strings';
import { usePageParam } from '../../../platform/navigation';
import { useNow } from '../../../sync/now';
import './index.scss';

export default function MyEventPage(): ReactElement {
  const now = useNow();
  const org = usePageParam('org') ?? '';
  const id = usePageParam('id') ?? '';
  return (
    <AppScreen title={fieldWork.event.title}>
      <OrganisationGate org={org}>
        {(organisation) => <MyEvent organisation={organisation} id={id} now={now} />}
      </OrganisationGate>
    </AppScreen>
  );
}
