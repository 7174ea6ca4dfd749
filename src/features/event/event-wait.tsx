import type { ReactElement } from 'react';
import { t } from '../../../words/strings';
import { switchTab } from '../../platform/navigation';
import { isSinglePage } from '../../platform/share';
import { fetchEvent, type ShownEvent } from '../../sync/fetched-events';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

interface EventWaitProps {
  readonly id: string;
  readonly state: ShownEvent['state'];
}

/** In place of an event that is not here: it is on its way, it is gone, or there is no way to it now. */
export function EventWait({ id, state }: EventWaitProps): ReactElement {
  if (state === 'gone') {
    return (
      <Notice
        icon="calendar-x"
        title={t.event.missingTitle}
        text={t.event.missingText}
        action={
          isSinglePage()
            ? undefined
            : {
                text: t.event.missingAction,
                onTap: () => {
                  switchTab('/pages/calendar/index');
                },
              }
        }
      />
    );
  }
  if (state === 'asking' || state === 'here') return <Skeleton rows={3} label={t.follow.loading} />;
  const offline = state === 'offline';
  return (
    <Notice
      icon={offline ? 'cloud-off' : 'circle-alert'}
      title={offline ? t.sync.failOffline : t.sync.failServer}
      text={offline ? t.sync.failOfflineText : t.sync.failServerText}
      action={{ text: t.sync.retry, onTap: () => void fetchEvent(id) }}
    />
  );
}
