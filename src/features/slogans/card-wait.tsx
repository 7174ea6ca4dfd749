import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { sloganCards, t } from '../../../words/strings';
import type { CardTextsState } from '../../sync/card-texts';
import { meaning } from '../../ui/a11y';
import { Notice } from '../../ui/notice';

interface CardWaitProps {
  readonly problem: CardTextsState['problem'];
  readonly onRetry: () => void;
}

/** The shape of the card that is on its way, or why it does not come. */
export function CardWait({ problem, onRetry }: CardWaitProps): ReactElement {
  if (problem === null) {
    return <View className="card-wait" {...meaning({ role: 'status', label: sloganCards.loading })} />;
  }
  const offline = problem === 'offline' || problem === 'timeout';
  return (
    <Notice
      icon={offline ? 'cloud-off' : 'circle-alert'}
      title={offline ? t.sync.failOffline : t.sync.failServer}
      text={offline ? sloganCards.offlineText : t.sync.failServerText}
      action={{ text: t.sync.retry, onTap: onRetry }}
    />
  );
}
