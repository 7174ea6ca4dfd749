import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import { t } from '../../../words/strings';
import { useViewedRegion } from '../../sync/preferences';
import { replicaOf, useReplica } from '../../sync/replica';
import { meaning } from '../../ui/a11y';
import { Section } from '../../ui/section';

/** Opens the copy of a campaign that is over, in the chosen region, and asks the server for it. */
export function useArchivedCampaign(campaignId: string | null): void {
  const region = useViewedRegion();
  useEffect(() => {
    if (campaignId === null) return;
    const handle = replicaOf(campaignId);
    if (handle.store.getState().region?.code !== region.code) handle.open(region);
    void handle.pull();
  }, [campaignId, region]);
}

/** A past year: its theme and its slogans, to the character. */
export function CampaignView({ campaignId }: { readonly campaignId: string }): ReactElement | null {
  const campaign = useReplica((state) => state.replica.campaign, campaignId);
  if (campaign === null) return null;
  return (
    <View>
      <View className="past">
        <View className="past__year">{t.month.name(campaign.year)}</View>
        <View className="past__theme" {...meaning({ role: 'heading', level: 2 })}>
          {campaign.theme}
        </View>
        <View className="past__note">{t.archive.readOnly}</View>
      </View>
      <Section title={t.archive.slogans}>
        <View className="card slogans">
          {campaign.slogans.map((slogan, index) => (
            <View key={slogan} className="slogans__one">
              <View className="slogans__number">{index + 1}</View>
              <View>{slogan}</View>
            </View>
          ))}
        </View>
      </Section>
    </View>
  );
}
