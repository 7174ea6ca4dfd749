/** Browser only: a mouse's wheel moves what scrolls sideways, as a finger would. */
import type { Unsubscribe } from './lifecycle';

/** The wheel is the page's again where there is nothing more to that side. */
function turn(box: HTMLElement, event: WheelEvent): void {
  const isVertical = Math.abs(event.deltaY) > Math.abs(event.deltaX);
  if (!isVertical || event.ctrlKey || event.shiftKey) return;
  const most = box.scrollWidth - box.clientWidth;
  const next = Math.min(most, Math.max(0, box.scrollLeft + event.deltaY));
  if (next === box.scrollLeft) return;
  event.preventDefault();
  box.scrollLeft = next;
}

/** Of the scrolling box inside the element `id`. */
export function wheelSideways(id: string): Unsubscribe {
  const box = document.getElementById(id)?.firstElementChild;
  if (!(box instanceof HTMLElement)) return () => undefined;
  const listener = (event: WheelEvent): void => {
    turn(box, event);
  };
  box.addEventListener('wheel', listener, { passive: false });
  return () => {
    box.removeEventListener('wheel', listener);
  };
}
