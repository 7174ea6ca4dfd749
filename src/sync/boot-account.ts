/** What concerns this person's own sign-ups, at the launch, on coming to the front and when the network returns. */
import { onForeground, onReconnected, type Unsubscribe } from '../platform/lifecycle';
import { sweepDrafts } from './drafts';
import { pullInbox } from './inbox';
import { updateKnownEvents } from './known-events';
import { flushOutbox } from './outbox';
import { replicaOf, type ReplicaState } from './replica';
import { hasAccount } from './session';
import { pullSignUps } from './sign-ups';

/** Sends what waits, then asks for what is new. */
export async function refreshAccount(): Promise<void> {
  await flushOutbox();
  if (!hasAccount()) return;
  await Promise.all([pullSignUps(), pullInbox()]);
}

/** Called once, after the stored copy was opened. The function given back ends it. */
export function bootAccount(): Unsubscribe {
  sweepDrafts();
  const { store } = replicaOf(null);
  const update = ({ replica: { events } }: ReplicaState): void => {
    updateKnownEvents((id) => events.get(id));
  };
  update(store.getState());
  const stopUpdating = store.subscribe((next, previous) => {
    if (next.replica.events !== previous.replica.events) update(next);
  });
  const again = (): void => void refreshAccount();
  again();
  const stops = [stopUpdating, onForeground(again), onReconnected(again)];
  return () => {
    for (const stop of stops) stop();
  };
}
