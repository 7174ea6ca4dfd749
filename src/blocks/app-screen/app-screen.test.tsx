import { act, render, screen } from '@testing-library/react';
import { phone } from '../../testing/fake-taro';
import { freshApp, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { chooseLargeType } from '../../sync/preferences';
import { AppScreen } from './app-screen';

freshApp(at('10T09:00'));
const target = process.env.TARO_ENV;
/** The mini-program has WeChat's own bar. */
beforeEach(() => {
  process.env.TARO_ENV = 'h5';
});
afterEach(() => {
  process.env.TARO_ENV = target;
});

test.each([
  ['where one came from', 3, 'navigateBack '],
  ['home, when opened from a shared card', 1, 'switchTab /pages/home/index'],
])('the bar leads back to %s', async (_, pages, opened) => {
  phone.pages = pages;
  render(<AppScreen title="活动">…</AppScreen>);
  await tap('返回');
  expect(phone.opened).toEqual([opened]);
});

test('a tab has no way back', () => {
  render(<AppScreen heading="首页">…</AppScreen>);
  expect(screen.queryByLabelText('返回')).toBeNull();
});

test('长辈版 holds for the whole screen, as soon as it is chosen', () => {
  const { container } = render(<AppScreen>…</AppScreen>);
  expect(container.querySelector('.screen--large')).toBeNull();
  act(() => {
    chooseLargeType(true);
  });
  expect(container.querySelector('.screen--large')).not.toBeNull();
});
