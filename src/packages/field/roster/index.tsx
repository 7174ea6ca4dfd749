import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { OrganisationGate } from '../../../features/field-work/member-gate';
import { Roster } from '../../../features/field-work/roster';
import { fieldWork } from '../../../../words/strings';
import { usePageParam } from '../../../platform/navigation';
import { useNow } from '../../../sync/now';
import './index.scss';

export default function RosterPage(): ReactElement {
  const now = useNow();
  const org = usePageParam('org') ?? '';
  const id = usePageParam('id') ?? '';
  return (
    <AppScreen title={fieldWork.roster.title}>
      <OrganisationGate org={org}>
        {(organisation) => <Roster organisation={organisation} id={id} now={now} />}
      </OrganisationGate>
    </AppScreen>
  );
}
