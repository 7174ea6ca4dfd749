/** What concerns this person's own sign-ups, at the launch, on coming to the front and when the network returns. */
import { onForeground, onReconnected } from '../platform/lifecycle';
import { sweepDrafts } from './drafts';
import { hearOfFollowed } from './follows';
import { pullInbox } from './inbox';
import { flushOutbox } from './outbox';
import { replicaOf, type ReplicaState } from './replica';
import { hasAccount } from './session';
import { hearEvents, pullSignUps } from './sign-ups';

/** Sends what waits, then asks for what is new. */
export async function refreshAccount(): Promise<void> {
  await flushOutbox();
  if (!hasAccount()) return;
  await Promise.all([pullSignUps(), pullInbox()]);
}

/** Called once, after the stored copy was opened. */
export function bootAccount(): void {
  sweepDrafts();
  const { store } = replicaOf(null);
  const hear = ({ replica: { events } }: ReplicaState): void => {
    hearEvents((id) => events.get(id));
    hearOfFollowed((id) => events.get(id));
  };
  hear(store.getState());
  store.subscribe((next, previous) => {
    if (next.replica.events !== previous.replica.events) hear(next);
  });
  const again = (): void => void refreshAccount();
  again();
  onForeground(again);
  onReconnected(again);
}
