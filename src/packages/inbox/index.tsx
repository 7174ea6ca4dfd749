import type { ReactElement } from 'react';
import { InboxList } from '../../features/inbox/inbox-list';
import { AppScreen } from '../../features/settings/app-screen';
import { t } from '../../../words/strings';
import { useNow } from '../../sync/now';
import './index.scss';

export default function InboxPage(): ReactElement {
  const now = useNow();
  return (
    <AppScreen title={t.inbox.title}>
      <InboxList now={now} />
    </AppScreen>
  );
}
