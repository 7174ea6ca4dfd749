/** Stored copy first, then sync: at the launch, on coming to the front, when the network returns, on another region. */
import { onForeground, onReconnected } from '../platform/lifecycle';
import { startTicking, tick } from './now';
import { hearPhoneTypeSize, preferences, type Region } from './preferences';
import { followOtherTabs } from './persisted';
import { replicaOf } from './replica';

const current = replicaOf(null);

function openRegion(region: Region | null): void {
  if (region === null) return;
  current.open(region);
  void current.pull();
}

function pullIfIdle(): void {
  tick();
  // WeChat calls the launch itself a coming to the front; that pull is already on its way.
  if (current.store.getState().status === 'idle') void current.pull();
}

/** Called once, before the first render: the stored copy is read synchronously, so that the first render has it. */
export function boot(): void {
  startTicking();
  followOtherTabs();
  openRegion(preferences.getState().region);
  preferences.subscribe((next, previous) => {
    if (next.region?.code !== previous.region?.code) openRegion(next.region);
  });
  onForeground(pullIfIdle);
  onForeground(hearPhoneTypeSize);
  onReconnected(pullIfIdle);
}
