import type { ReactElement } from 'react';
import { CallBar } from '../../features/complaint-12315/call-bar';
import { DraftView } from '../../features/complaint-12315/draft-view';
import { GuideView } from '../../features/complaint-12315/guide-view';
import { Questions } from '../../features/complaint-12315/questions';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../i18n/strings';
import { usePageParam } from '../../platform/navigation';
import './index.scss';

export default function ComplaintPage(): ReactElement {
  const part = usePageParam('part');
  const kind = usePageParam('kind');
  if (part === 'draft') {
    return (
      <AppScreen title={t.complaint.draftTitle} footer={<CallBar />}>
        <DraftView kind={kind} />
      </AppScreen>
    );
  }
  return (
    <AppScreen title={t.complaint.title} footer={<CallBar />}>
      <Questions />
      <GuideView />
    </AppScreen>
  );
}
