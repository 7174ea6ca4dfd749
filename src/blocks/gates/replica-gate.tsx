import type { CampaignId } from '../../../domain/ids';
import type { PropsWithChildren, ReactElement } from 'react';
import { NATION } from '../../../domain/region/region';
import { tooLargeWords } from '../../../words/present-smaller-region';
import { t } from '../../../words/strings';
import { goTo, switchTab } from '../../platform/navigation';
import { replicaOf, useReplica } from '../../sync/replica';
import { EmptyState } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

interface ReplicaGateProps {
  /** A campaign that is over; `null`: the one that is on. */
  readonly campaignId?: CampaignId | null;
}

function TooLarge({ campaignId }: { readonly campaignId: string | null }): ReactElement {
  const code = useReplica((state) => state.region?.code ?? NATION, campaignId);
  const { text, hasSmaller } = tooLargeWords(code);
  const toRegions = (): void => {
    goTo('/packages/region/index');
  };
  return (
    <EmptyState
      icon="map-pin"
      title={t.sync.tooLargeTitle}
      text={text}
      action={{ text: hasSmaller ? t.sync.smallerAction : t.region.choose, onTap: toRegions }}
    />
  );
}

/** Lets its children in once there is something to show; until then says what is missing and offers a way on. */
export function ReplicaGate({ campaignId = null, children }: PropsWithChildren<ReplicaGateProps>): ReactElement {
  const hasCopy = useReplica((state) => state.replica.cursor !== null, campaignId);
  const problem = useReplica((state) => (state.status === 'syncing' ? null : state.problem), campaignId);
  if (hasCopy) return <>{children}</>;
  if (problem === null) return <Skeleton rows={4} label={t.sync.loading} />;
  if (problem === 'unknown' && campaignId !== null) {
    const toHome = (): void => {
      switchTab('/pages/home/index');
    };
    return <EmptyState icon="archive" title={t.archive.unknown} action={{ text: t.missing.home, onTap: toHome }} />;
  }
  if (problem === 'too-large') return <TooLarge campaignId={campaignId} />;
  if (problem === 'busy') return <EmptyState icon="clock" title={t.sync.failBusy} text={t.sync.failBusyText} />;
  const offline = problem === 'offline' || problem === 'timeout';
  return (
    <EmptyState
      icon={offline ? 'cloud-off' : 'circle-alert'}
      title={offline ? t.sync.failOffline : t.sync.failServer}
      text={offline ? t.sync.failOfflineText : t.sync.failServerText}
      action={{ text: t.sync.retry, onTap: () => void replicaOf(campaignId).pull() }}
    />
  );
}
