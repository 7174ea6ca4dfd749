import { wheelSideways } from './sideways-wheel';

function strip(): HTMLElement {
  document.body.innerHTML = '<div id="strip"><div></div></div>';
  const box = document.querySelector<HTMLElement>('#strip > div');
  if (box === null) throw new Error('no box');
  Object.defineProperties(box, { scrollWidth: { value: 500 }, clientWidth: { value: 300 } });
  return box;
}

/** Whether the page was left to scroll. */
function wheel(box: HTMLElement, deltaY: number, more: WheelEventInit = {}): boolean {
  return box.dispatchEvent(new WheelEvent('wheel', { deltaY, cancelable: true, ...more }));
}

test('the wheel pushes the strip, and the page where the strip is at its end', () => {
  const box = strip();
  wheelSideways('strip');
  expect(wheel(box, -50)).toBe(true);
  expect(wheel(box, 150)).toBe(false);
  expect(box.scrollLeft).toBe(150);
  expect(wheel(box, 150)).toBe(false);
  expect(box.scrollLeft).toBe(200);
  expect(wheel(box, 150)).toBe(true);
});

test('a pad that moves sideways by itself, and zooming, are left alone', () => {
  const box = strip();
  wheelSideways('strip');
  expect(wheel(box, 10, { deltaX: 40 })).toBe(true);
  expect(wheel(box, 100, { ctrlKey: true })).toBe(true);
  expect(box.scrollLeft).toBe(0);
});

test('after it was taken away nothing listens', () => {
  const box = strip();
  wheelSideways('strip')();
  expect(wheel(box, 100)).toBe(true);
});
