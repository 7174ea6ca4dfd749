import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usePageScrolled, usePageShown } from '../../platform/lifecycle';
import { topOf, windowSize } from '../../platform/measure';
import { type RowWindow, windowOf } from './agenda-rows';

/** Screens drawn above and below the one that is seen, so that a flick does not outrun the drawing. */
const AHEAD = 1.5;
/** Drawn again when less than this many screens are left above or below. */
const RESERVE = 0.75;

/**
 * Which rows of a column to draw while the page is scrolled. `id`: of the column's element; `offsets`: see `offsetsOf`.
 * One question about the element's place is under way at a time: on a phone each goes to another thread and back.
 */
export function useRowWindow(id: string, offsets: readonly number[]): RowWindow {
  const screen = useMemo(() => windowSize().height, []);
  const [top, setTop] = useState(0);
  const drawnAt = useRef(0);
  const question = useRef({ asked: false, again: false });

  const look = useCallback(() => {
    const { current } = question;
    current.again = true;
    if (current.asked) return;
    current.asked = true;
    const ask = async (): Promise<void> => {
      while (current.again) {
        current.again = false;
        const found = await topOf(id);
        const seen = Math.max(0, -(found ?? 0));
        if (found === null || Math.abs(seen - drawnAt.current) <= (AHEAD - RESERVE) * screen) continue;
        drawnAt.current = seen;
        setTop(seen);
      }
      current.asked = false;
    };
    void ask();
  }, [id, screen]);

  usePageScrolled(look);
  usePageShown(look);
  // Another list may be shorter, and the page scroll itself back without saying so.
  useEffect(look, [look, offsets]);

  return useMemo(() => windowOf(offsets, top - AHEAD * screen, top + (1 + AHEAD) * screen), [offsets, top, screen]);
}
