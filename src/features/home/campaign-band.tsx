import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { type Campaign, monthState } from '../../../domain/campaign/campaign';
import { dayOf } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { dayWords } from '../../../words/when';
import { ariaProps } from '../../ui/a11y';

interface CampaignBandProps {
  readonly campaign: Campaign;
  /** Epoch ms. */
  readonly now: number;
}

function SignUpWithPosition({ campaign, now }: CampaignBandProps): ReactElement {
  const state = monthState(campaign.period, dayOf(now));
  if (state.phase === 'after') {
    return (
      <View className="band__state">
        {t.month.after(campaign.year)} · {t.month.afterText}
      </View>
    );
  }
  const [lead, numeral, rest] =
    state.phase === 'before'
      ? [t.month.before, state.daysToGo, t.month.daysUnit]
      : [t.month.during, state.day, `${t.month.daysUnit} · ${t.month.of(state.of)}`];
  return (
    <View className="band__state">
      <View>{lead}</View>
      <View className="band__numeral">{numeral}</View>
      <View>{rest}</View>
    </View>
  );
}

/** As high as the band will be about, so that nothing below it moves when the campaign comes. */
export function BandToCome(): ReactElement {
  return (
    <View className="band band--to-come">
      <View className="band__name">{t.app.name}</View>
    </View>
  );
}

/** The month at a glance: whose it is, its theme, and where it stands today. */
export function CampaignBand({ campaign, now }: CampaignBandProps): ReactElement {
  const { period, textsFrom } = campaign;
  const today = dayOf(now);
  return (
    <View className="band">
      <View className="band__name">
        <View>{t.month.name(campaign.year)}</View>
        {campaign.sample ? <View className="band__sample">{t.app.sample}</View> : null}
      </View>
      <View className="band__theme" {...ariaProps({ role: 'heading', level: 1 })}>
        {campaign.theme.split(' ').map((phrase) => (
          <View key={phrase}>{phrase}</View>
        ))}
      </View>
      {textsFrom === undefined ? null : <View className="band__note">{t.month.textsFrom(textsFrom)}</View>}
      <View className="band__foot">
        <SignUpWithPosition campaign={campaign} now={now} />
        <View className="band__period">{t.month.period(dayWords(period.from, today), dayWords(period.to, today))}</View>
      </View>
    </View>
  );
}
