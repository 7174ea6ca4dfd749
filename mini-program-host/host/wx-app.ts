import type { LaunchSettings } from '../launch-options';
import type { ApiMaker, ApiTable, Fields } from './api';
import type { PageStack } from './page-stack';

export const launchFields = (launch: LaunchSettings, first: string): Fields => {
  const [path = '', query = ''] = first.split('?');
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('='));
  return {
    path: path.replace(/^\//, ''),
    query: Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')])),
    scene: launch.scene,
    referrerInfo: {},
    shareTicket: undefined,
    apiCategory: launch.scene === 1154 ? 'browseOnly' : 'default',
  };
};

/** The app as a whole: how it was opened, its updates, and the conversions WeChat lends. */
export function appApis(make: ApiMaker, launched: Fields, pages: PageStack, supported: () => string[]): ApiTable {
  const update = {
    applyUpdate: () => undefined,
    onCheckForUpdate: (callback: (result: Fields) => void) => {
      queueMicrotask(() => {
        callback({ hasUpdate: false });
      });
    },
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
  };
  const log =
    (kind: string) =>
    (...args: unknown[]) => {
      make.record(`log.${kind}`, args);
    };
  const logger = { debug: log('debug'), info: log('info'), log: log('log'), warn: log('warn'), error: log('error') };
  return {
    getLaunchOptionsSync: make.sync('getLaunchOptionsSync', () => launched),
    getEnterOptionsSync: make.sync('getEnterOptionsSync', () => launched),
    getUpdateManager: make.sync('getUpdateManager', () => update),
    getLogManager: make.sync('getLogManager', () => logger),
    getRealtimeLogManager: make.sync('getRealtimeLogManager', () => ({
      ...logger,
      in: () => undefined,
      setFilterMsg: () => undefined,
    })),
    canIUse: make.sync('canIUse', (schema: string) => supported().includes(schema.split('.')[0] ?? '')),
    startPullDownRefresh: make.async('startPullDownRefresh', () => {
      pages.top?.scrolling.refresh();
      return undefined;
    }),
    stopPullDownRefresh: make.async('stopPullDownRefresh', () => {
      pages.top?.scrolling.stopRefresh();
      return undefined;
    }),
    base64ToArrayBuffer: (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer,
    arrayBufferToBase64: (bytes: ArrayBuffer) =>
      btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')),
    preloadAssets: make.async('preloadAssets', () => undefined),
    enableAlertBeforeUnload: make.async('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: make.async('disableAlertBeforeUnload', () => undefined),
  };
}
