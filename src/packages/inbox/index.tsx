import type { ReactElement } from 'react';
import { InboxList } from '../../features/inbox/inbox-list';
import { t } from '../../../words/strings';
import { AppScreen } from '../../blocks/app-screen/app-screen';
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
