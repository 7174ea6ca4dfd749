import type { CommonEventFunction, ITouchEvent } from '@tarojs/components';
import { useRef } from 'react';

/** A finger that moved this far sideways, in CSS pixels, and more sideways than down, has swiped. */
const FAR_ENOUGH = 48;

type Event = Parameters<CommonEventFunction>[0] & Partial<Pick<ITouchEvent, 'changedTouches'>>;

interface Swiping {
  readonly onTouchStart: (event: Event) => void;
  readonly onTouchEnd: (event: Event) => void;
}

/** To be spread over an element; calls back once for each swipe: 1 to the left (what comes next), -1 to the right. */
export function useSwipe(onSwipe: (step: 1 | -1) => void): Swiping {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onTouchStart: ({ changedTouches }) => {
      const finger = changedTouches?.[0];
      from.current = finger === undefined ? null : { x: finger.clientX, y: finger.clientY };
    },
    onTouchEnd: ({ changedTouches }) => {
      const finger = changedTouches?.[0];
      if (finger === undefined || from.current === null) return;
      const sideways = finger.clientX - from.current.x;
      const down = finger.clientY - from.current.y;
      from.current = null;
      if (Math.abs(sideways) < FAR_ENOUGH || Math.abs(sideways) < 2 * Math.abs(down)) return;
      onSwipe(sideways < 0 ? 1 : -1);
    },
  };
}
