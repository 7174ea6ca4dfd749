import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { OrganisationGate } from '../../../features/field-work/member-gate';
import { CancelEvent } from '../../../features/field-work/cancel-event';
import { fieldWork } from '../../../../words/strings';
import { usePageParam } from '../../../platform/navigation';
import { useNow } from '../../../sync/now';
import './index.scss';

export default function CancelPage(): ReactElement {
  const now = useNow();
  const org = usePageParam('org') ?? '';
  const id = usePageParam('id') ?? '';
  return (
    <AppScreen title={fieldWork.cancel.title}>
      <OrganisationGate org={org}>{() => <CancelEvent which={{ org, id }} now={now} />}</OrganisationGate>
    </AppScreen>
  );
}
