/** Stored copy first, then sync: at the launch, on coming to the front, when the network returns, on another region. */
import { onForeground, onReconnected, type Unsubscribe } from '../platform/lifecycle';
import { nextShownInstant, onShownEvents } from './instants';
import { scheduleTick, startTicking, tick } from './now';
import { followOtherTabs } from './owners';
import { hearPhoneTypeSize, preferences, type Region, viewedRegion } from './preferences';
import { replicaOf } from './replica';

const current = replicaOf(null);

function openRegion(region: Region): void {
  current.open(region);
  void current.pull();
}

function pullIfIdle(): void {
  tick();
  // WeChat calls the launch itself a coming to the front; that pull is already on its way.
  if (current.store.getState().status === 'idle') void current.pull();
}

/**
 * Called once, before the first render: the stored copy is read synchronously, so that the first render has it. The
 * function given back ends it all.
 */
export function boot(): Unsubscribe {
  startTicking(nextShownInstant);
  followOtherTabs();
  openRegion(viewedRegion(preferences.getState()));
  const stops = [
    onShownEvents(scheduleTick),
    preferences.subscribe((next, previous) => {
      const region = viewedRegion(next);
      if (region.code !== viewedRegion(previous).code) openRegion(region);
    }),
    onForeground(pullIfIdle),
    onForeground(hearPhoneTypeSize),
    onReconnected(pullIfIdle),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
