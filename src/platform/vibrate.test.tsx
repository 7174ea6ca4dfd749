import { phone } from '../testing/fake-taro';
import { vibrateShort } from './vibrate';

const vibrate = jest.fn();
const media = (matches: boolean): void => {
  Object.assign(window, { matchMedia: () => ({ matches }) });
};

beforeEach(() => {
  phone.reset();
  vibrate.mockReset();
  Object.assign(navigator, { vibrate });
});
afterEach(() => {
  delete process.env.TARO_ENV;
});

test('WeChat is asked for a light one; a phone that cannot is no error', () => {
  vibrateShort();
  expect(phone.acts).toEqual(['vibrateShort {"type":"light"}']);
  phone.refusing = true;
  expect(vibrateShort).not.toThrow();
});

test.each([
  [false, 1],
  [true, 0],
])('a browser where less motion is asked for: %s, vibrates %d times', (less, times) => {
  process.env.TARO_ENV = 'h5';
  media(less);
  vibrateShort();
  expect(vibrate).toHaveBeenCalledTimes(times);
  expect(phone.acts).toEqual([]);
});

test('a browser that knows no vibration is left alone', () => {
  process.env.TARO_ENV = 'h5';
  media(false);
  Object.assign(navigator, { vibrate: undefined });
  expect(vibrateShort).not.toThrow();
});
