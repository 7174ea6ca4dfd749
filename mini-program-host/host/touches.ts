import { sendEvent } from './backend';

interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  x?: number;
  y?: number;
}

const longPressAfter = 350;
const moveTolerance = 10;

/** Positions are told relative to the page's area, which begins below the navigation bar. */
const area = (target: EventTarget | null): { top: number; scrolled: number } => {
  const scroller = target instanceof Element ? target.closest('.e-scroll') : null;
  return { top: scroller?.getBoundingClientRect().top ?? 0, scrolled: scroller?.scrollTop ?? 0 };
};

const describePoint = (touch: Touch): TouchPoint => {
  const { top, scrolled } = area(touch.target);
  const clientY = touch.clientY - top;
  const point = {
    identifier: touch.identifier,
    clientX: touch.clientX,
    clientY,
    pageX: touch.clientX,
    pageY: clientY + scrolled,
  };
  if (!(touch.target instanceof Element) || touch.target.localName !== 'wx-canvas') return point;
  const box = touch.target.getBoundingClientRect();
  return { ...point, x: touch.clientX - box.left, y: touch.clientY - box.top };
};

const describePoints = (list: TouchList): TouchPoint[] => Array.from(list, describePoint);

const isDisabledButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('wx-button[disabled]') !== null;

/** Turns the browser's real touches into WeChat's `touch*`, `longpress` and `tap`. */
export function listenToTouches(): void {
  let longPress: ReturnType<typeof setTimeout> | undefined;
  let start: { x: number; y: number } | undefined;
  let pressedLong = false;

  const send = (type: string, event: TouchEvent): void => {
    const changedTouches = describePoints(event.changedTouches);
    const fields = { touches: describePoints(event.touches), changedTouches };
    const caught = sendEvent(event.target, type, {}, fields);
    // `catchtouchmove` is how a mask keeps the page behind it still.
    if (caught && type === 'touchmove' && event.cancelable) event.preventDefault();
  };
  const options = { capture: true, passive: false };
  document.addEventListener(
    'touchstart',
    (event) => {
      send('touchstart', event);
      pressedLong = false;
      const touch = event.changedTouches[0];
      if (!touch) return;
      start = { x: touch.clientX, y: touch.clientY };
      const point = describePoint(touch);
      const target = event.target;
      longPress = setTimeout(() => {
        pressedLong = sendEvent(
          target,
          'longpress',
          { x: point.pageX, y: point.pageY },
          { touches: [point], changedTouches: [point] },
        );
        sendEvent(target, 'longtap', { x: point.pageX, y: point.pageY }, { touches: [point], changedTouches: [point] });
      }, longPressAfter);
    },
    options,
  );
  document.addEventListener(
    'touchmove',
    (event) => {
      const touch = event.changedTouches[0];
      if (touch && start && Math.hypot(touch.clientX - start.x, touch.clientY - start.y) > moveTolerance)
        clearTimeout(longPress);
      send('touchmove', event);
    },
    options,
  );
  for (const type of ['touchend', 'touchcancel'] as const) {
    document.addEventListener(
      type,
      (event) => {
        clearTimeout(longPress);
        send(type, event);
      },
      options,
    );
  }
  // A tap is the browser's click: it comes last of all, so that a screen opened by it cannot get what is left of it.
  document.addEventListener(
    'click',
    (event) => {
      if (pressedLong || isDisabledButton(event.target)) return;
      const { top, scrolled } = area(event.target);
      const clientY = event.clientY - top;
      const point = { identifier: 0, clientX: event.clientX, clientY, pageX: event.clientX, pageY: clientY + scrolled };
      sendEvent(event.target, 'tap', { x: point.pageX, y: point.pageY }, { touches: [], changedTouches: [point] });
    },
    { capture: true },
  );
  for (const type of ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const) {
    document.addEventListener(type, (event) => sendEvent(event.target, type, { elapsedTime: event.elapsedTime }));
  }
}
