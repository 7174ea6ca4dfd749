import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { goTo } from '../../platform/navigation';
import { useUnread } from '../../sync/inbox';
import { Row } from '../../ui/row';

/** The way to the inbox, and how much of it is unread. */
export function InboxRow(): ReactElement {
  const unread = useUnread();
  return (
    <View className="card">
      <Row
        icon="bell"
        title={t.inbox.row}
        text={unread === 0 ? t.inbox.rowText : t.inbox.unread(unread)}
        dot={unread > 0}
        onTap={() => {
          goTo('/packages/inbox/index');
        }}
      />
    </View>
  );
}
