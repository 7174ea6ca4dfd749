import { View } from '@tarojs/components';
import type { ReactElement } from 'react';
import { dayOf } from '../../domain/time';
import { t } from '../../i18n/strings';
import { clockWords, momentWords } from '../../i18n/when';
import { useNow } from '../../sync/now';
import { useReplica } from '../../sync/replica';
import { meaning } from '../../ui/a11y';
import { Icon } from '../../ui/icon';

function updatedWords(at: number | null, now: number): string {
  if (at === null) return t.sync.never;
  const today = dayOf(now);
  return t.sync.updated(dayOf(at) === today ? clockWords(at) : momentWords(at, today));
}

/**
 * How fresh what one sees is, in plain words when something is wrong. `quiet`: nothing is said while all is well, where
 * each line counts.
 */
export function Freshness({ quiet = false }: { readonly quiet?: boolean }): ReactElement | null {
  const syncing = useReplica((state) => state.status === 'syncing');
  const problem = useReplica((state) => state.problem);
  const lastSyncedAt = useReplica((state) => state.lastSyncedAt);
  const now = useNow();
  const updated = updatedWords(lastSyncedAt, now);
  if (problem !== null && !syncing) {
    return (
      <View className="freshness freshness--problem" {...meaning({ role: 'status' })}>
        <Icon name="cloud-off" colour="gold" size={16} />
        <View>
          {t.sync[problem]}（{updated}）
        </View>
      </View>
    );
  }
  if (quiet) return null;
  return (
    <View className="freshness" {...meaning({ role: 'status' })}>
      {syncing ? t.sync.syncing : updated}
    </View>
  );
}
