import { neverShowNothing } from './browser-frame';

const page = (path: string, isHidden: boolean): string =>
  `<div class="taro_page${isHidden ? ' taro_page_shade' : ''}" id="${path}?stamp=AA"></div>`;
const shown = (): string[] =>
  Array.from(document.querySelectorAll('.taro_page:not(.taro_page_shade)'), ({ id }) => id.split('?')[0] ?? '');

beforeEach(() => {
  jest.useFakeTimers();
  process.env.TARO_ENV = 'h5';
  window.location.hash = '#/pages/calendar/index?region=540100';
  neverShowNothing();
});
afterEach(() => {
  jest.useRealTimers();
  document.body.innerHTML = '';
});

test.each([
  ['every page hidden: the page of the address is shown', true, ['/pages/calendar/index']],
  ['another is shown, since it is still being left: nothing is changed', false, ['/pages/home/index']],
])('%s', (_, isHomeHidden, expected) => {
  document.body.innerHTML = page('/pages/home/index', isHomeHidden) + page('/pages/calendar/index', true);
  window.dispatchEvent(new PopStateEvent('popstate'));
  jest.advanceTimersByTime(1000);
  expect(shown()).toEqual(expected);
});
