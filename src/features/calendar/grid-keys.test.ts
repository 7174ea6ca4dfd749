import { dayByKey } from './grid-keys';

test.each([
  ['ArrowLeft', '2026-11-26'],
  ['ArrowRight', '2026-11-28'],
  ['ArrowUp', '2026-11-20'],
  ['ArrowDown', '2026-12-04'],
  ['Home', '2026-11-23'],
  ['End', '2026-11-29'],
  ['Tab', null],
  ['Enter', null],
])('%s from Friday 27 November moves to %s', (key, day) => {
  expect(dayByKey(key, '2026-11-27')).toBe(day);
});
