import { act, renderHook } from '@testing-library/react';
import { onBackground, onForeground, onReconnected, usePageLeft, usePageShown, usePulledDown } from './lifecycle';
import { phone } from '../testing/fake-taro';

beforeEach(() => {
  phone.reset();
});

test('coming to the front and going to the back are heard until nobody listens', () => {
  const heard: string[] = [];
  const stops = [onForeground(() => heard.push('front')), onBackground(() => heard.push('back'))];
  phone.comeToFront();
  phone.goToBack();
  for (const stop of stops) stop();
  phone.comeToFront();
  phone.goToBack();
  expect(heard).toEqual(['front', 'back']);
});

test('in the browser a window that closes is out of sight, too', () => {
  process.env.TARO_ENV = 'h5';
  const listener = jest.fn();
  const stop = onBackground(listener);
  window.dispatchEvent(new Event('pagehide'));
  stop();
  window.dispatchEvent(new Event('pagehide'));
  expect(listener).toHaveBeenCalledTimes(1);
  delete process.env.TARO_ENV;
});

test('a page hears that it is left: for another one, and for good', () => {
  const listener = jest.fn();
  const { rerender, unmount } = renderHook(() => {
    usePageLeft(listener);
  });
  rerender();
  expect(listener).not.toHaveBeenCalled();
  phone.hidePage();
  expect(listener).toHaveBeenCalledTimes(1);
  unmount();
  expect(listener).toHaveBeenCalledTimes(2);
});

test('only a network that came back is heard', () => {
  const listener = jest.fn();
  const stop = onReconnected(listener);
  phone.changeNetwork(false);
  expect(listener).not.toHaveBeenCalled();
  phone.changeNetwork(true);
  stop();
  phone.changeNetwork(true);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('a page hears that it is shown, at first and again', () => {
  const listener = jest.fn();
  renderHook(() => {
    usePageShown(listener);
  });
  expect(listener).toHaveBeenCalledTimes(1);
  act(() => {
    phone.showPage();
  });
  expect(listener).toHaveBeenCalledTimes(2);
});

test('the spinner of a pulled page stays until the work is done', async () => {
  let finish = (): void => undefined;
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  renderHook(() => {
    usePulledDown(() => work);
  });
  phone.pullDown();
  await Promise.resolve();
  expect(phone.pullDownsStopped).toBe(0);
  finish();
  await new Promise((resolve) => setTimeout(resolve));
  expect(phone.pullDownsStopped).toBe(1);
});
