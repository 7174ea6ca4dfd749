import type { ReactElement } from 'react';
import { CallBar } from '../../features/complaint-12315/call-bar';
import { DraftView } from '../../features/complaint-12315/draft-view';
import { GuideView } from '../../features/complaint-12315/guide-view';
import { Questions } from '../../features/complaint-12315/questions';
import { AppScreen } from '../../features/settings/app-screen';
import { complaintGuide, t } from '../../../words/strings';
import { usePageParam, usePageTitle } from '../../platform/navigation';
import { useForward } from '../../platform/share';
import './index.scss';

export default function ComplaintPage(): ReactElement {
  const part = usePageParam('part');
  const kind = usePageParam('kind');
  const isDraft = part === 'draft';
  const title = isDraft ? complaintGuide.draftTitle : t.complaint.title;
  usePageTitle(title);
  // The guide, whatever is shown: a draft is nobody else's.
  useForward({ title: t.forward.complaint, path: '/packages/complaint/index' });
  return (
    <AppScreen title={title} footer={<CallBar />}>
      {isDraft ? (
        <DraftView kind={kind} />
      ) : (
        <>
          <Questions />
          <GuideView />
        </>
      )}
    </AppScreen>
  );
}
