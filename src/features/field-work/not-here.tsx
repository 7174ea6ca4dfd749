import type { ReactElement } from 'react';
import { fieldWork as words, t } from '../../../words/strings';
import { EmptyState } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import type { Asked } from './use-asked';

interface NotHereProps {
  readonly status: Exclude<Asked<unknown>['status'], 'here'>;
  readonly onRetry: () => void;
}

/** Shown in place of an answer that has not come. */
export function NotHere({ status, onRetry }: NotHereProps): ReactElement {
  if (status === 'asking') return <Skeleton rows={3} label={words.loading} />;
  if (status === 'gone') return <EmptyState icon="calendar-x" title={words.goneTitle} text={words.goneText} />;
  const isOffline = status === 'offline';
  return (
    <EmptyState
      icon={isOffline ? 'cloud-off' : 'circle-alert'}
      title={isOffline ? words.offlineTitle : words.failTitle}
      text={isOffline ? words.offlineText : words.failText}
      action={{ text: t.sync.retry, onTap: onRetry }}
    />
  );
}
