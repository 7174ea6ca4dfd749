import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { dayOf, daysBetween } from '../../../domain/time/time';
import { t } from '../../../words/strings';
import { clockWords, momentWords } from '../../../words/when';
import { goTo } from '../../platform/navigation';
import { useNow } from '../../sync/now';
import { useReplica } from '../../sync/replica';
import { ariaProps } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';

function updatedWords(at: number, now: number): string {
  const today = dayOf(now);
  return t.sync.updated(dayOf(at) === today ? clockWords(at) : momentWords(at, today));
}

/** How old the copy that stands is: by the clock if it is today's, else in days. */
function keptWords(at: number, now: number): string {
  const days = daysBetween(dayOf(at), dayOf(now));
  return days <= 0 ? t.sync.keptToday(clockWords(at)) : t.sync.keptBefore(days);
}

/** What was in the way of the last sync, and how old what is shown therefore is; nothing while all is well. */
export function FreshnessProblem(): ReactElement | null {
  const problem = useReplica((state) => (state.status === 'syncing' ? null : state.problem));
  const lastSyncedAt = useReplica((state) => state.lastSyncedAt);
  const now = useNow();
  if (problem === null) return null;
  return (
    <View className="freshness freshness--problem" {...ariaProps({ role: 'status' })}>
      <Icon name="cloud-off" colour="gold" size={16} />
      <View>
        {t.sync[problem]}
        {lastSyncedAt === null ? '' : `，${keptWords(lastSyncedAt, now)}`}
      </View>
      {problem === 'too-large' ? (
        <Tap
          label={t.sync.smallerAction}
          className="freshness__way"
          onTap={() => {
            goTo('/packages/region/index');
          }}
        >
          {t.sync.smallerAction}
        </Tap>
      ) : null}
    </View>
  );
}

/** When what one sees was fetched; quiet, and silent before the first time. */
export function FreshnessTime(): ReactElement | null {
  const syncing = useReplica((state) => state.status === 'syncing');
  const lastSyncedAt = useReplica((state) => state.lastSyncedAt);
  const now = useNow();
  const words = syncing ? t.sync.syncing : lastSyncedAt === null ? '' : updatedWords(lastSyncedAt, now);
  return (
    <View className="freshness" {...ariaProps({ role: 'status' })}>
      {words}
    </View>
  );
}

/** How fresh what one sees is: quiet while all is well, in plain words when it is not. */
export function Freshness(): ReactElement | null {
  const hasProblem = useReplica((state) => state.status !== 'syncing' && state.problem !== null);
  return hasProblem ? <FreshnessProblem /> : <FreshnessTime />;
}
