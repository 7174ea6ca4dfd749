/** A second tap so soon is no second wish. */
import { useRef } from 'react';

const MOMENT_MS = 1000;

/** The parts of an act that tell it from others: a tap for another act is taken at once. */
export type TapKey = readonly unknown[];

export const isSameTap = (one: TapKey, other: TapKey): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** `act` tells whether it came to something: what did not may be tried again at once. */
export type TapGuard = (wish: TapKey, act: () => Promise<boolean>) => void;

export function useTapGuard(): TapGuard {
  const last = useRef<TapKey | null>(null);
  return (wish, act) => {
    if (last.current !== null && isSameTap(last.current, wish)) return;
    last.current = wish;
    const forget = (): void => {
      if (last.current === wish) last.current = null;
    };
    setTimeout(forget, MOMENT_MS);
    void act().then((done) => {
      if (!done) forget();
    });
  };
}
