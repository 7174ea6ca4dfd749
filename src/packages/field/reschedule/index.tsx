import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { OrganisationGate } from '../../../features/field-work/member-gate';
import { RescheduleForm } from '../../../features/field-work/reschedule';
import { fieldWork } from '../../../../words/strings';
import { usePageParam } from '../../../platform/navigation';
import { useNow } from '../../../sync/now';
import './index.scss';

export default function ReschedulePage(): ReactElement {
  const now = useNow();
  const org = usePageParam('org') ?? '';
  const id = usePageParam('id') ?? '';
  return (
    <AppScreen title={fieldWork.reschedule.title}>
      <OrganisationGate org={org}>{() => <RescheduleForm which={{ org, id }} now={now} />}</OrganisationGate>
    </AppScreen>
  );
}
