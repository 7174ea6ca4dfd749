import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { OrganisationGate } from '../../../features/field-work/member-gate';
import { SummaryView } from '../../../features/field-work/summary-view';
import { fieldWork } from '../../../../words/strings';
import { usePageParam } from '../../../platform/navigation';
import { useNow } from '../../../sync/now';
import './index.scss';

export default function SummaryPage(): ReactElement {
  const now = useNow();
  const org = usePageParam('org') ?? '';
  const campaign = usePageParam('campaign') ?? '';
  return (
    <AppScreen title={fieldWork.summary.title}>
      <OrganisationGate org={org}>
        {(organisation) => <SummaryView organisation={organisation} campaign={campaign} now={now} />}
      </OrganisationGate>
    </AppScreen>
  );
}
