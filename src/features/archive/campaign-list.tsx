import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { loadCampaigns, useCampaigns } from '../../sync/campaigns';
import { Notice } from '../../ui/notice';
import { Row } from '../../ui/row';
import { Skeleton } from '../../ui/skeleton';

/** The campaigns that are over. */
export function CampaignList(): ReactElement {
  const { list, status, failed } = useCampaigns();
  useEffect(() => {
    void loadCampaigns();
  }, []);
  const past = list.filter(({ state }) => state === 'archived');
  if (past.length > 0) {
    return (
      <View className="card">
        {past.map((campaign) => (
          <Row
            key={campaign.id}
            icon="archive"
            title={t.month.name(campaign.year)}
            text={campaign.theme}
            onTap={() => {
              goTo('/packages/archive/index', { campaign: campaign.id });
            }}
          />
        ))}
      </View>
    );
  }
  if (status === 'loading') return <Skeleton rows={2} label={t.sync.loading} />;
  if (!failed) return <Notice icon="archive" title={t.archive.emptyTitle} />;
  return (
    <Notice
      icon="circle-alert"
      title={t.sync.failServer}
      text={t.sync.failServerText}
      action={{ text: t.sync.retry, onTap: () => void loadCampaigns() }}
    />
  );
}
