import type { CampaignId } from '../../../domain/ids';
import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { useReplica } from '../../sync/replica';
import { ariaProps } from '../../ui/a11y';
import { Section } from '../../ui/section';

/** A past year: its theme and its slogans, to the character. */
export function CampaignView({ campaignId }: { readonly campaignId: CampaignId }): ReactElement | null {
  const campaign = useReplica((state) => state.replica.campaign, campaignId);
  if (campaign === null) return null;
  return (
    <View>
      <View className="past">
        <View className="past__year">{t.month.name(campaign.year)}</View>
        <View className="past__theme" {...ariaProps({ role: 'heading', level: 2 })}>
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
