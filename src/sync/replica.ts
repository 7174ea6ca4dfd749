/** The phone's copy of a campaign: the stored one at once, then whatever the feed says. One of these a campaign. */
import type { CampaignId } from '../../domain/ids';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { EMPTY_REPLICA, type Replica } from '../../domain/feed/delta';
import { now } from './now';
import type { Region } from './preferences';
import { coalesce } from './coalesce';
import { pauseAfter } from './pause';
import { pullFeed } from './pull';
import { createSnapshot, CURRENT } from './snapshot';
import type { SyncProblem } from './sync-problem';

export interface ReplicaState {
  readonly region: Region | null;
  /** `cursor: null`: nothing complete to show yet; look at `status` and `problem`. */
  readonly replica: Replica;
  readonly status: 'idle' | 'syncing';
  /** When all was here the last time, epoch ms by the server's clock. */
  readonly lastSyncedAt: number | null;
  /** Why the last pull failed; the copy is as good as it was. */
  readonly problem: SyncProblem | null;
  /** The stored copy was looked for; before that, an empty replica means nothing. */
  readonly loaded: boolean;
}

export interface ReplicaHandle {
  readonly store: StoreApi<ReplicaState>;
  /** Shows the stored copy of this region, or nothing; a pull for another region under way is forgotten. */
  readonly open: (region: Region) => void;
  /**
   * Resolves when the copy is as new as the server at the moment of asking, or `problem` says why not. A server that asked
   * to be left alone is: it is asked when that time is over, whoever asks before.
   */
  readonly pull: () => Promise<void>;
}

const CLOSED: ReplicaState = {
  region: null,
  replica: EMPTY_REPLICA,
  status: 'idle',
  lastSyncedAt: null,
  problem: null,
  loaded: false,
};

export function createReplica(name: string, campaignId?: CampaignId): ReplicaHandle {
  const store = createStore<ReplicaState>(() => CLOSED);
  const snapshot = createSnapshot(name);
  const { getState, setState } = store;
  /** Runs while the server is left alone, as it asked. */
  let rest: ReturnType<typeof setTimeout> | undefined;
  let timesBusy = 0;
  const restFor = (waitMs: number): void => {
    rest = setTimeout(
      () => {
        rest = undefined;
        void pull();
      },
      pauseAfter(timesBusy, waitMs),
    );
    timesBusy += 1;
  };

  const pullOf = (region: Region, isWanted: () => boolean) => async (): Promise<void> => {
    setState({ status: 'syncing' });
    const before = getState().replica;
    const onReplica = (replica: Replica): void => {
      setState({ replica });
    };
    const problem = await pullFeed({
      region: region.code,
      campaignId,
      from: before,
      onReplica,
      isWanted,
      onBusy: restFor,
    });
    if (!isWanted()) return;
    if (problem !== 'busy') timesBusy = 0;
    const lastSyncedAt = problem === null ? now() : getState().lastSyncedAt;
    setState({ status: 'idle', problem, lastSyncedAt });
    const { replica } = getState();
    if (problem === null || replica !== before) snapshot.save({ region, replica, syncedAt: lastSyncedAt });
  };

  let pull = (): Promise<void> => Promise.resolve();
  let opened = 0;

  const open = (region: Region): void => {
    const mine = ++opened;
    clearTimeout(rest);
    rest = undefined;
    pull = coalesce(pullOf(region, () => mine === opened));
    const stored = snapshot.load();
    const fits = stored?.region.code === region.code;
    setState({
      ...CLOSED,
      region,
      loaded: true,
      ...(fits ? { replica: stored.replica, lastSyncedAt: stored.syncedAt } : {}),
    });
  };

  return { store, open, pull: () => (rest === undefined ? pull() : Promise.resolve()) };
}

const handles = new Map<string | null, ReplicaHandle>();

/** The copy of a campaign that is over; `null`: of the one that is on. */
export function replicaOf(campaignId: CampaignId | null): ReplicaHandle {
  let handle = handles.get(campaignId);
  if (handle === undefined) {
    handle = campaignId === null ? createReplica(CURRENT) : createReplica(`campaign-${campaignId}`, campaignId);
    handles.set(campaignId, handle);
  }
  return handle;
}

/** The smallest slice of a copy that a screen needs; of the campaign that is on unless another is named. */
export function useReplica<T>(selector: (state: ReplicaState) => T, campaignId: CampaignId | null = null): T {
  return useStore(replicaOf(campaignId).store, selector);
}
