import { shownInBrowser } from './measure';

/**
 * Browser only: a finger that moves on the element with this id pulls no page down to refresh it. In the mini-program
 * `catchMove` does that. The function given back ends it.
 */
export function holdTouchMoves(id: string): () => void {
  const element = process.env.TARO_ENV === 'h5' ? shownInBrowser(id) : undefined;
  const hold = (event: Event): void => {
    event.stopPropagation();
  };
  element?.addEventListener('touchmove', hold);
  return () => {
    element?.removeEventListener('touchmove', hold);
  };
}
