/** For tests of the replica: a server that answers as the feed does, and the app's launch. */
import type { CampaignId } from '../../domain/ids';
import { FakeFeedServer } from '../../domain/testing/fake-feed-server';
import type { Scripted } from './fake-phone-state';
import { phone } from './fake-taro';
import { clock } from '../sync/now';
import type { Region } from '../sync/preferences';
import { createReplica, type ReplicaHandle, type ReplicaState } from '../sync/replica';

export const LHASA: Region = { code: '540100', name: '拉萨市' };
export const SHIGATSE: Region = { code: '540200', name: '日喀则市' };

export const server = {
  feed: new FakeFeedServer(),
  /** Says something else than the feed would, once for each. */
  instead: [] as (Scripted | Promise<Scripted>)[],
  /** How much a page holds. */
  size: 100,
};

/** To be called before each test, on a fresh phone. */
export function connect(): void {
  server.feed = new FakeFeedServer();
  server.instead = [];
  server.size = 100;
  clock.setState({ offset: 0 });
  phone.server = (url) => {
    const cursor = new URL(url, 'http://x').searchParams.get('cursor');
    return server.instead.shift() ?? { body: server.feed.body(cursor, server.size) };
  };
}

/** What the app does at its launch. */
export function launch(region = LHASA, campaignId?: CampaignId): ReplicaHandle {
  const handle = createReplica('current', campaignId);
  handle.open(region);
  return handle;
}

export const shown = ({ store }: ReplicaHandle): string[] => [...store.getState().replica.events.keys()].sort();
export const stateOf = ({ store }: ReplicaHandle): ReplicaState => store.getState();
