import type { CommonEventFunction, ITouchEvent } from '@tarojs/components';
import { useRef } from 'react';

/** A finger that moved this far, in CSS pixels, and twice as far as across that way, has swiped. */
const FAR_ENOUGH = 48;

export type Swipe = 'left' | 'right' | 'up' | 'down';

type Event = Parameters<CommonEventFunction>[0] & Partial<Pick<ITouchEvent, 'changedTouches'>>;

interface SwipeProps {
  readonly onTouchStart: (event: Event) => void;
  readonly onTouchEnd: (event: Event) => void;
  readonly onTouchCancel: () => void;
}

function toSwipe(sideways: number, down: number): Swipe | null {
  if (Math.abs(sideways) >= FAR_ENOUGH && Math.abs(sideways) >= 2 * Math.abs(down))
    return sideways < 0 ? 'left' : 'right';
  if (Math.abs(down) >= FAR_ENOUGH && Math.abs(down) >= 2 * Math.abs(sideways)) return down < 0 ? 'up' : 'down';
  return null;
}

/** To be spread over an element; calls back once for each swipe. Offer buttons too; scrolling is unaffected. */
export function useSwipe(onSwipe: (swipe: Swipe) => void): SwipeProps {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onTouchStart: ({ changedTouches }) => {
      const finger = changedTouches?.[0];
      from.current = finger === undefined ? null : { x: finger.clientX, y: finger.clientY };
    },
    onTouchEnd: ({ changedTouches }) => {
      const finger = changedTouches?.[0];
      if (finger === undefined || from.current === null) return;
      const swipe = toSwipe(finger.clientX - from.current.x, finger.clientY - from.current.y);
      from.current = null;
      if (swipe !== null) onSwipe(swipe);
    },
    onTouchCancel: () => {
      from.current = null;
    },
  };
}
