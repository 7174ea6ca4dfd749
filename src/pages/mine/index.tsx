import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { ComplaintRow } from '../../features/complaint-12315/entry';
import { FollowList } from '../../features/follow/follow-list';
import { Freshness } from '../../features/freshness/freshness';
import { InboxRow } from '../../features/inbox/inbox-row';
import { useTabDot } from '../../features/inbox/use-tab-dot';
import { AppScreen } from '../../features/settings/app-screen';
import { SettingsList } from '../../features/settings/settings-list';
import { TicketList } from '../../features/tickets/ticket-list';
import { t } from '../../i18n/strings';
import { usePageShown } from '../../platform/lifecycle';
import { refreshAccount } from '../../sync/boot-account';
import { useNow } from '../../sync/now';
import './index.scss';

export default function MinePage(): ReactElement {
  const now = useNow();
  useTabDot();
  usePageShown(() => void refreshAccount());
  return (
    <AppScreen heading={t.tabs.mine}>
      <View className="mine__top">
        <InboxRow />
      </View>
      <TicketList now={now} />
      <FollowList now={now} />
      <View className="card mine__complaint">
        <ComplaintRow />
      </View>
      <SettingsList />
      <Freshness />
    </AppScreen>
  );
}
