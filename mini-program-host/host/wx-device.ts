import { LOCATION_APIS } from '../location-apis';
import type { AppConfig } from '../manifest';
import { Refusal, type ApiMaker, type ApiTable, type Fields } from './api';

/** Lhasa, unless a test answers otherwise. */
const here = {
  latitude: 29.6525,
  longitude: 91.1721,
  speed: 0,
  accuracy: 30,
  altitude: 3650,
  verticalAccuracy: 0,
  horizontalAccuracy: 30,
};

const refuseUndeclared = (): Refusal =>
  new Refusal('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');

const SCAN_TYPES = ['barCode', 'qrCode', 'datamatrix', 'pdf417', 'wxCode'];

const areScanTypes = (types: unknown): boolean =>
  types === undefined || (Array.isArray(types) && types.every((type) => SCAN_TYPES.includes(String(type))));

/** The phone itself: where it is, its screen, its motor. */
export function deviceApis(make: ApiMaker, app: AppConfig): ApiTable {
  const undeclared = LOCATION_APIS.filter((name) => app.requiredPrivateInfos?.includes(name) !== true);
  let brightness = 0.5;
  const nothing = (): undefined => undefined;
  return {
    getLocation: make.async('getLocation', () => here),
    getFuzzyLocation: make.async('getFuzzyLocation', () => ({ latitude: here.latitude, longitude: here.longitude })),
    chooseLocation: make.async(
      'chooseLocation',
      () => ({ name: '布达拉宫', address: '拉萨市城关区', latitude: 29.6578, longitude: 91.1172 }),
      () => new Refusal('cancel'),
    ),
    ...Object.fromEntries(undeclared.map((name) => [name, make.async(name, refuseUndeclared, refuseUndeclared)])),
    openLocation: make.async('openLocation', ({ latitude, longitude }) =>
      typeof latitude === 'number' && typeof longitude === 'number' ? undefined : new Refusal('parameter error'),
    ),
    setScreenBrightness: make.async('setScreenBrightness', ({ value }) => {
      if (typeof value !== 'number' || value < 0 || value > 1) return new Refusal('parameter error');
      brightness = value;
      return undefined;
    }),
    getScreenBrightness: make.async('getScreenBrightness', (): Fields => ({ value: brightness })),
    setKeepScreenOn: make.async('setKeepScreenOn', nothing),
    setVisualEffectOnCapture: make.async('setVisualEffectOnCapture', nothing),
    vibrateShort: make.async('vibrateShort', nothing),
    vibrateLong: make.async('vibrateLong', nothing),
    getBatteryInfo: make.async('getBatteryInfo', () => ({ level: 80, isCharging: false })),
    getBatteryInfoSync: make.sync('getBatteryInfoSync', () => ({ level: 80, isCharging: false })),
    checkIsOpenAccessibility: make.async('checkIsOpenAccessibility', () => ({ open: false })),
    // A scanner before which nothing is held: a test answers with what is seen. WeChat's own page needs no permission.
    scanCode: make.async(
      'scanCode',
      ({ scanType }) => new Refusal(areScanTypes(scanType) ? 'cancel' : 'parameter error: invalid scanType'),
    ),
  };
}
