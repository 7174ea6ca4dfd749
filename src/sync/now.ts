/** The time, by the server's clock: what every screen calls "now". */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ClockReading, decideClockOffset } from '../../domain/time/clock';
import { isCountingDown } from '../../domain/event/next-instant';
import { MINUTE_MS } from '../../domain/time/time';
import { phoneNow } from '../platform/clock';

const SECOND_MS = 1000;

interface Clock {
  /** Milliseconds to add to the phone's clock. Not stored: a phone set right since would be made wrong again. */
  readonly offset: number;
  /** The phone's clock at the last tick. One value for the whole screen, so that no two parts of it disagree. */
  readonly tickedAt: number;
}

interface ClockHandle {
  readonly store: StoreApi<Clock>;
  /** Epoch ms at this very moment by the server's clock; for decisions. Screens use `useNow`. */
  readonly now: () => number;
  /** Follows the server's clock as an answer that has just arrived shows it. */
  readonly syncClock: (reading: ClockReading) => void;
  /** The phone says nothing while it sleeps: also called whenever the app comes to the front. */
  readonly tick: () => void;
  /** Waits for the next instant that a screen shows, a minute at most. Called again whenever that instant may differ. */
  readonly scheduleTick: () => void;
  /** `next`: the first instant after a given one at which a screen changes, both in epoch ms by the server's clock. */
  readonly startTicking: (next: (now: number) => number) => void;
}

function createClock(): ClockHandle {
  const store = createStore<Clock>(() => ({ offset: 0, tickedAt: phoneNow() }));
  let nextAfter: ((now: number) => number) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = (): number => phoneNow() + store.getState().offset;
  const tick = (): void => {
    store.setState({ tickedAt: phoneNow() });
    scheduleTick();
  };
  const scheduleTick = (): void => {
    if (nextAfter === null) return;
    clearTimeout(timer);
    const at = now();
    timer = setTimeout(tick, Math.min(MINUTE_MS, Math.max(1, nextAfter(at) - at)));
  };
  const syncClock = (reading: ClockReading): void => {
    const { offset: known } = store.getState();
    const offset = decideClockOffset(known, reading);
    if (offset === known) return;
    store.setState({ offset, tickedAt: phoneNow() });
    scheduleTick();
  };
  const startTicking = (next: (now: number) => number): void => {
    nextAfter = next;
    scheduleTick();
  };
  return { store, now, syncClock, tick, scheduleTick, startTicking };
}

export const { store: clock, now, syncClock, tick, scheduleTick, startTicking } = createClock();

/** Epoch ms by the server's clock, renewed at each instant that changes a screen, each minute and on coming to the front. */
export function useNow(): number {
  return useStore(clock, (state) => state.tickedAt + state.offset);
}

/** As `useNow`, and renewed each second while `opensAt` (epoch ms) is counted down; `null`: nothing is. */
export function useNowUntil(opensAt: number | null): number {
  const { offset, tickedAt } = useStore(clock);
  const [renewedAt, setRenewedAt] = useState(tickedAt);
  // A renewal that lies far ahead of the last tick is of a phone's clock that was set back since.
  const isNewer = renewedAt > tickedAt && renewedAt - tickedAt < 2 * MINUTE_MS;
  const at = (isNewer ? renewedAt : tickedAt) + offset;
  const counting = opensAt !== null && isCountingDown(opensAt, at);
  useEffect(() => {
    if (!counting) return undefined;
    const renew = setInterval(() => {
      setRenewedAt(phoneNow());
    }, SECOND_MS);
    return () => {
      clearInterval(renew);
    };
  }, [counting]);
  return at;
}
