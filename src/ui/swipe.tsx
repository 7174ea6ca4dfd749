import { type ITouchEvent, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactElement, useRef } from 'react';

interface SwipeProps {
  readonly className?: string;
  /** A finger went from right to left: forward. */
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/** How far a finger goes before it means to turn. */
const LENGTH = 40;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Taro's types know of no touches on a box, though both targets send them. */
function pointOf(event: object, list: 'touches' | 'changedTouches'): Point | null {
  const touch = (event as Pick<ITouchEvent, typeof list>)[list][0];
  return touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
}

/** Turns by a finger's way across; there must be buttons for those who do not swipe. Scrolling stays what it was. */
export function Swipe({ className = '', onNext, onPrevious, children }: PropsWithChildren<SwipeProps>): ReactElement {
  const from = useRef<Point | null>(null);
  const end = (event: object): void => {
    const start = from.current;
    const to = pointOf(event, 'changedTouches');
    from.current = null;
    if (start === null || to === null) return;
    const across = to.x - start.x;
    if (Math.abs(across) < LENGTH || Math.abs(across) < 2 * Math.abs(to.y - start.y)) return;
    if (across < 0) onNext();
    else onPrevious();
  };
  return (
    <View
      className={`swipe ${className}`}
      onTouchStart={(event) => {
        from.current = pointOf(event, 'touches');
      }}
      onTouchEnd={end}
      onTouchCancel={() => {
        from.current = null;
      }}
    >
      {children}
    </View>
  );
}
