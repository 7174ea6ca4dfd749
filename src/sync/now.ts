/** The time, by the server's clock: what every screen calls "now". */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { decideClockOffset } from '../domain/clock';
import { MINUTE_MS } from '../domain/time';
import { phoneNow } from '../platform/clock';

interface Clock {
  /** Milliseconds to add to the phone's clock. Not stored: a phone set right since would be made wrong again. */
  readonly offset: number;
  /** The phone's clock at the last tick. One value for the whole screen, so that no two parts of it disagree. */
  readonly tickedAt: number;
}

export const clock = createStore<Clock>(() => ({ offset: 0, tickedAt: phoneNow() }));

/** Epoch ms at this very moment by the server's clock; for decisions. Screens use `useNow`. */
export function now(): number {
  return phoneNow() + clock.getState().offset;
}

/** Takes over the server's clock from an answer that has just arrived; `serverDate` is epoch ms. */
export function hearServerClock(serverDate: number): void {
  const at = phoneNow();
  const offset = decideClockOffset(serverDate, at);
  if (offset !== clock.getState().offset) clock.setState({ offset, tickedAt: at });
}

/** The phone says nothing while it sleeps: called each minute and whenever the app comes to the front. */
export function tick(): void {
  clock.setState({ tickedAt: phoneNow() });
}

export function startTicking(): void {
  setInterval(tick, MINUTE_MS);
}

/** Epoch ms by the server's clock, renewed each minute and on coming to the front. */
export function useNow(): number {
  return useStore(clock, (state) => state.tickedAt + state.offset);
}
