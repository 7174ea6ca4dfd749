import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ComplaintRow } from '../../features/complaint-12315/entry';
import { FollowList } from '../../features/follow/follow-list';
import { Freshness } from '../../features/freshness/freshness';
import { InboxRow } from '../../features/inbox/inbox-row';
import { useTabDot } from '../../features/inbox/use-tab-dot';
import { AppScreen } from '../../features/settings/app-screen';
import { LargeTypeRow } from '../../features/settings/large-type';
import { SettingsList } from '../../features/settings/settings-list';
import { TicketList } from '../../features/tickets/ticket-list';
import { t } from '../../../words/strings';
import { usePageShown } from '../../platform/lifecycle';
import { refreshAccount } from '../../sync/boot-account';
import { useNow } from '../../sync/now';
import { meaning } from '../../ui/a11y';
import './index.scss';

export default function MinePage(): ReactElement {
  const now = useNow();
  useTabDot();
  usePageShown(() => void refreshAccount());
  return (
    <AppScreen>
      <View className="mine__head">
        {process.env.TARO_ENV === 'h5' ? (
          <View className="mine__title" {...meaning({ role: 'heading', level: 1 })}>
            {t.tabs.mine}
          </View>
        ) : null}
        <View className="mine__identity">{t.mine.identity}</View>
      </View>
      <View className="mine__card">
        <LargeTypeRow />
      </View>
      <View className="mine__card">
        <InboxRow />
      </View>
      <TicketList now={now} />
      <FollowList now={now} />
      <View className="card mine__card">
        <ComplaintRow />
      </View>
      <SettingsList />
      <View className="mine__fresh">
        <Freshness />
      </View>
    </AppScreen>
  );
}
