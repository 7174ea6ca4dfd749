import type { ReactElement } from 'react';
import { AppScreen } from '../../../blocks/app-screen/app-screen';
import { AttentionList } from '../../../features/door/attention-list';
import { doorWords } from '../../../../words/door';
import { useNow } from '../../../sync/now';
import './index.scss';

export default function AttentionPage(): ReactElement {
  const now = useNow();
  return (
    <AppScreen title={doorWords.needsAttention.title}>
      <AttentionList now={now} />
    </AppScreen>
  );
}
