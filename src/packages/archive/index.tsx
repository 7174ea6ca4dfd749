import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { CampaignList } from '../../features/archive/campaign-list';
import { CampaignView, useArchivedCampaign } from '../../features/archive/campaign-view';
import { ReplicaGate } from '../../features/freshness/replica-gate';
import { ProgrammeList } from '../../features/programme/programme-list';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../../words/strings';
import { usePageId } from '../../platform/navigation';
import { useForward } from '../../platform/share';
import { Section } from '../../ui/section';
import './index.scss';

export default function ArchivePage(): ReactElement {
  const campaignId = usePageId('campaign') ?? null;
  useArchivedCampaign(campaignId);
  useForward({
    title: t.forward.archive,
    path: '/packages/archive/index',
    ...(campaignId === null ? {} : { query: { campaign: campaignId } }),
  });
  return (
    <AppScreen title={t.archive.title}>
      {campaignId === null ? (
        <View className="archive-list">
          <CampaignList />
        </View>
      ) : (
        <ReplicaGate campaignId={campaignId}>
          <CampaignView campaignId={campaignId} />
          <Section title={t.archive.documents}>
            <ProgrammeList campaignId={campaignId} />
          </Section>
        </ReplicaGate>
      )}
    </AppScreen>
  );
}
