import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { CaseForm } from '../../../features/field-work/case-form';
import { OrganisationGate } from '../../../features/field-work/member-gate';
import { fieldWork } from '../../../../words/strings';
import { usePageParam } from '../../../platform/navigation';
import './index.scss';

export default function CasePage(): ReactElement {
  const org = usePageParam('org') ?? '';
  const campaign = usePageParam('campaign') ?? '';
  const nth = usePageParam('nth') ?? 'new';
  return (
    <AppScreen title={fieldWork.summary.case.heading}>
      <OrganisationGate org={org}>{() => <CaseForm which={{ org, campaign }} nth={nth} />}</OrganisationGate>
    </AppScreen>
  );
}
