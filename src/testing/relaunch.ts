/** For tests: the app as freshly installed, or killed and launched again, on a phone with this storage. */
import { writePending } from '../platform/late-writing';
import { phone } from './fake-taro';
import { fetchedEvents } from '../sync/fetched-events';
import { clock } from '../sync/now';
import { sending } from '../sync/outbox';
import { reloadAll } from '../sync/owners';
import { replicaOf } from '../sync/replica';
import { unkept } from '../sync/room';

/** The phone is as new but for its storage; timers of a run before are the test's own to clear. */
export function relaunch(storage: ReadonlyMap<string, string> = new Map()): void {
  const kept = new Map(storage);
  // What a killed app had not written yet is lost.
  phone.storage = new Map();
  writePending();
  phone.reset();
  phone.storage = kept;
  unkept.setState(unkept.getInitialState(), true);
  reloadAll();
  sending.setState(sending.getInitialState(), true);
  fetchedEvents.setState(fetchedEvents.getInitialState(), true);
  clock.setState({ offset: 0, tickedAt: Date.now() });
  const { store } = replicaOf(null);
  store.setState(store.getInitialState(), true);
}
