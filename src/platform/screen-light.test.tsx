import { act, renderHook } from '@testing-library/react';
import { useScreenLight } from './screen-light';
import { phone } from '../testing/fake-taro';

beforeEach(() => {
  phone.reset();
});

const show = async (): Promise<() => void> => {
  const { unmount } = renderHook(() => {
    useScreenLight();
  });
  await act(() => Promise.resolve());
  return unmount;
};

test('bright and awake while the page is shown, and as it was when it is left', async () => {
  const leave = await show();
  expect([phone.brightness, phone.keptOn]).toEqual([1, true]);
  leave();
  expect([phone.brightness, phone.keptOn]).toEqual([0.4, false]);
});

test('hidden behind another page it is as it was, and bright again on return', async () => {
  await show();
  phone.hidePage();
  expect([phone.brightness, phone.keptOn]).toEqual([0.4, false]);
  phone.brightness = 0.6;
  phone.showPage();
  await act(() => Promise.resolve());
  expect(phone.brightness).toBe(1);
  phone.hidePage();
  expect(phone.brightness).toBe(0.6);
});
