import type { LaunchSettings } from '../launch-options';
import type { ApiMaker, ApiTable, Fields } from './api';
import type { PageStack } from './page-stack';
import { barHeights } from './sizes';

type Listener = (detail: Fields) => void;

/** A pair `onX`/`offX`, and the way to tell everybody. */
class Signal {
  private readonly listeners = new Set<Listener>();

  tell(detail: Fields): void {
    for (const listener of [...this.listeners]) listener(detail);
  }

  apis(make: ApiMaker, name: string): ApiTable {
    return {
      [`on${name}`]: make.sync(`on${name}`, (listener: Listener) => {
        this.listeners.add(listener);
      }),
      [`off${name}`]: make.sync(`off${name}`, (listener?: Listener) => {
        if (listener) this.listeners.delete(listener);
        else this.listeners.clear();
      }),
    };
  }
}

export interface SystemSignals {
  AppShow: Signal;
  AppHide: Signal;
  NetworkStatusChange: Signal;
  WindowResize: Signal;
  ThemeChange: Signal;
  KeyboardHeightChange: Signal;
  UserCaptureScreen: Signal;
  MemoryWarning: Signal;
  Error: Signal;
  UnhandledRejection: Signal;
  PageNotFound: Signal;
  NeedPrivacyAuthorization: Signal;
}

export const systemSignals = (): SystemSignals => ({
  AppShow: new Signal(),
  AppHide: new Signal(),
  NetworkStatusChange: new Signal(),
  WindowResize: new Signal(),
  ThemeChange: new Signal(),
  KeyboardHeightChange: new Signal(),
  UserCaptureScreen: new Signal(),
  MemoryWarning: new Signal(),
  Error: new Signal(),
  UnhandledRejection: new Signal(),
  PageNotFound: new Signal(),
  NeedPrivacyAuthorization: new Signal(),
});

const signalApis = (make: ApiMaker, signals: SystemSignals): ApiTable =>
  Object.entries(signals).reduce<ApiTable>(
    (all, [name, signal]: [string, Signal]) => ({ ...all, ...signal.apis(make, name) }),
    {},
  );

const IPHONE = { brand: 'iPhone', model: 'iPhone 14<iPhone14,7>', system: 'iOS 17.0', platform: 'ios' };
const ANDROID = { brand: 'HUAWEI', model: 'ALN-AL00', system: 'Android 12', platform: 'android' };

/** A phone of 390 × 844, which is what the driver opens. */
export function systemApis(make: ApiMaker, launch: LaunchSettings, pages: PageStack, signals: SystemSignals): ApiTable {
  const appBase = (): Fields => ({
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    fontSizeSetting: launch.fontSize,
    fontSizeScaleFactor: launch.fontSize / 17,
  });
  const device = (): Fields => ({
    ...(launch.system === 'ios' ? IPHONE : ANDROID),
    abi: 'arm64',
    benchmarkLevel: 30,
    memorySize: 6144,
  });
  const windowInfo = (): Fields => {
    const { innerWidth: width, innerHeight: height, devicePixelRatio: pixelRatio } = window;
    const area = pages.top?.scroller.getBoundingClientRect();
    const { statusBar, safeBottom } = barHeights;
    return {
      pixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight: area?.height ?? height - barHeights.statusBar - barHeights.titleBar,
      statusBarHeight: statusBar,
      screenTop: area?.top ?? statusBar + barHeights.titleBar,
      safeArea: {
        left: 0,
        right: width,
        top: statusBar,
        bottom: height - safeBottom,
        width,
        height: height - safeBottom - statusBar,
      },
    };
  };
  const setting = (): Fields => ({
    bluetoothEnabled: false,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  });
  const authorised = (): Fields => ({
    albumAuthorized: 'authorized',
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    microphoneAuthorized: 'not determined',
    notificationAuthorized: 'authorized',
    phoneCalendarAuthorized: 'authorized',
  });
  const everything = (): Fields => ({ ...appBase(), ...device(), ...windowInfo(), ...setting() });
  const capsule = { width: 87, height: 32, top: barHeights.statusBar + 4, right: window.innerWidth - 7 };
  const network = (): Fields => ({ networkType: launch.offline ? 'none' : 'wifi', hasSystemProxy: false });
  return {
    ...signalApis(make, signals),
    getAppBaseInfo: make.sync('getAppBaseInfo', appBase),
    getDeviceInfo: make.sync('getDeviceInfo', device),
    getWindowInfo: make.sync('getWindowInfo', windowInfo),
    getSystemSetting: make.sync('getSystemSetting', setting),
    getAppAuthorizeSetting: make.sync('getAppAuthorizeSetting', authorised),
    getSystemInfoSync: make.sync('getSystemInfoSync', everything),
    getSystemInfo: make.async('getSystemInfo', everything),
    getSystemInfoAsync: make.async('getSystemInfoAsync', everything),
    getNetworkType: make.async('getNetworkType', network),
    getMenuButtonBoundingClientRect: make.sync('getMenuButtonBoundingClientRect', () => ({
      ...capsule,
      left: capsule.right - capsule.width,
      bottom: capsule.top + capsule.height,
    })),
    nextTick: (callback: () => void) => {
      void Promise.resolve().then(callback);
    },
  };
}
