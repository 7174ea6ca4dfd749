import { canLocate, locate } from './location';
import Taro, { phone } from '../testing/fake-taro';

const target = process.env.TARO_ENV;

beforeEach(() => {
  phone.reset();
});
afterEach(() => {
  process.env.TARO_ENV = target;
  Object.assign(globalThis, { LOCATION_OFFERED: false });
});

describe('in the mini-program', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp';
  });

  test('it is asked only where the deployment has switched it on', () => {
    expect(canLocate()).toBe(false);
    Object.assign(globalThis, { LOCATION_OFFERED: true });
    expect(canLocate()).toBe(true);
  });

  test('a build without it asks nobody', async () => {
    await expect(locate()).resolves.toEqual({ ok: false, reason: 'unavailable' });
    expect(phone.acts).toEqual([]);
  });

  test('WeChat speaks GCJ-02 already', async () => {
    Object.assign(globalThis, { LOCATION_OFFERED: true });
    await expect(locate()).resolves.toEqual({ ok: true, point: { latitude: 29.65, longitude: 91.1 } });
    expect(phone.acts).toEqual(['getLocation {"type":"gcj02"}']);
  });

  test.each([
    ['getLocation:fail auth deny', 'refused'],
    ['getLocation:fail authorize no response', 'refused'],
    ['getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF', 'unavailable'],
    [undefined, 'unavailable'],
  ])('%s: %s', async (errMsg, reason) => {
    Object.assign(globalThis, { LOCATION_OFFERED: true });
    const asked = jest.spyOn(Taro, 'getLocation').mockRejectedValue({ errMsg });
    await expect(locate()).resolves.toEqual({ ok: false, reason });
    asked.mockRestore();
  });
});

describe('in the browser', () => {
  const browse = (navigator: object): void => {
    process.env.TARO_ENV = 'h5';
    Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  };
  type Ask = Geolocation['getCurrentPosition'];

  test('one without geolocation is not asked', () => {
    browse({});
    expect(canLocate()).toBe(false);
  });

  test('its WGS-84 becomes GCJ-02', async () => {
    const getCurrentPosition = ((done: PositionCallback) => {
      done({ coords: { latitude: 29.65, longitude: 91.1 } } as GeolocationPosition);
    }) as Ask;
    browse({ geolocation: { getCurrentPosition } });
    expect(canLocate()).toBe(true);
    const located = await locate();
    expect(located).toMatchObject({ ok: true });
    expect(located.ok && located.point.latitude).toBeCloseTo(29.6473, 4);
    expect(located.ok && located.point.longitude).toBeCloseTo(91.10157, 4);
  });

  test.each([
    [1, 'refused'],
    [2, 'unavailable'],
    [3, 'unavailable'],
  ])('its error %i is %s', async (code, reason) => {
    const getCurrentPosition = ((_, failed?: PositionErrorCallback | null) => {
      failed?.({ code } as GeolocationPositionError);
    }) as Ask;
    browse({ geolocation: { getCurrentPosition } });
    await expect(locate()).resolves.toEqual({ ok: false, reason });
  });
});
