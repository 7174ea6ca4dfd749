import { fireEvent, render, screen } from '@testing-library/react';
import { createElement, type ReactElement } from 'react';
import { type Swipe, useSwipe } from './use-swipe';

let swiped: Swipe[] = [];

function Box(): ReactElement {
  return createElement('div', {
    'aria-label': 'box',
    ...useSwipe((swipe) => {
      swiped.push(swipe);
    }),
  });
}

const finger = (x: number, y: number): object => ({ changedTouches: [{ clientX: x, clientY: y }] });
function swipe(across: number, down: number): void {
  const box = screen.getByLabelText('box');
  fireEvent.touchStart(box, finger(200, 200));
  fireEvent.touchEnd(box, finger(200 + across, 200 + down));
}

beforeEach(() => {
  swiped = [];
  render(<Box />);
});
afterEach(() => {
  document.body.replaceChildren();
});

test.each<[number, number, Swipe[]]>([
  [-60, 0, ['left']],
  [60, 20, ['right']],
  [0, 60, ['down']],
  [10, -60, ['up']],
  [-40, 0, []],
  [60, 40, []],
  [30, 45, []],
  [0, 0, []],
])('a finger that goes %i across and %i down: %j', (across, down, expected) => {
  swipe(across, down);
  expect(swiped).toEqual(expected);
});

test('a touch that the system takes away is no swipe, and neither is an end without a beginning', () => {
  const box = screen.getByLabelText('box');
  fireEvent.touchStart(box, finger(200, 200));
  fireEvent.touchCancel(box);
  fireEvent.touchEnd(box, finger(50, 200));
  expect(swiped).toEqual([]);
});
