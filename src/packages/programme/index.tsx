import type { ReactElement } from 'react';
import { useArchivedCampaign } from '../../features/archive/campaign-view';
import { ReplicaGate } from '../../features/freshness/replica-gate';
import { ParagraphView } from '../../features/programme/paragraph-view';
import { ProgrammeList } from '../../features/programme/programme-list';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../../words/strings';
import { usePageId, usePageParam } from '../../platform/navigation';
import { useForward } from '../../platform/share';
import { useReplica } from '../../sync/replica';
import './index.scss';

export default function ProgrammePage(): ReactElement {
  const asked = usePageId('campaign');
  const documentNo = usePageParam('document');
  const no = usePageParam('paragraph');
  const itemId = usePageId('item');
  const open = useReplica((state) => state.replica.campaign?.id);
  const campaignId = asked === undefined || asked === open ? null : asked;
  useArchivedCampaign(campaignId);
  const documents = useReplica((state) => state.replica.campaign?.documents, campaignId);
  const document = documents?.find((each) => each.documentNo === documentNo);
  const paragraph = document?.paragraphs.find((each) => each.no === no);
  const linked = { campaign: asked, document: documentNo, paragraph: no, item: itemId };
  useForward({
    title:
      document === undefined || paragraph === undefined
        ? t.forward.programme
        : t.forward.paragraph(document.title, paragraph.no),
    path: '/packages/programme/index',
    query: Object.fromEntries(
      Object.entries(linked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  });
  const content =
    document === undefined || paragraph === undefined ? (
      <ProgrammeList campaignId={campaignId} />
    ) : (
      <ParagraphView document={document} paragraph={paragraph} campaignId={campaignId} itemId={itemId} />
    );
  return (
    <AppScreen title={t.programme.title}>
      <ReplicaGate campaignId={campaignId}>{content}</ReplicaGate>
    </AppScreen>
  );
}
