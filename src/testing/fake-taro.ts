/**
 * What jest gives for '@tarojs/taro': a phone in memory. It has what `platform/` calls and nothing more, fails the way
 * WeChat fails (`errMsg`, a storage that throws), and is driven by `phone` below.
 */
import { useEffect, useRef } from 'react';
import { type Listener, type NetworkListener, PhoneState, type ShareHook } from './fake-phone-state';

const PERSON = 'the person said no';

const state = new PhoneState();

/** The hands on the phone. Set the plain values directly; `phone.reset()` before each test. */
export const phone = Object.assign(state, {
  reset(): void {
    Object.assign(state, new PhoneState());
  },
  comeToFront(): void {
    for (const listener of state.shown) listener();
  },
  goToBack(): void {
    for (const listener of state.hidden) listener();
  },
  changeNetwork(isConnected: boolean): void {
    for (const listener of state.network) listener({ isConnected, networkType: isConnected ? 'wifi' : 'none' });
  },
  showPage(): void {
    for (const listener of state.pageShown) listener();
  },
  hidePage(): void {
    for (const listener of state.pageHidden) listener();
  },
  pullDown(): void {
    for (const listener of state.pulledDown) listener();
  },
});

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly data?: string;
}

function request(options: Asked): Promise<unknown> & { abort: () => void } {
  const { url, method = 'GET', header: headers = {}, data: text } = options;
  const body: unknown = text === undefined ? undefined : JSON.parse(text);
  const sent = { method, url, authorization: headers.Authorization ?? '', ifMatch: headers['If-Match'] ?? '', body };
  state.requests.push(url);
  state.sent.push(sent);
  const answered = Promise.resolve(state.server(url, sent)).then((scripted) => {
    if (scripted === 'hang') return new Promise<never>(() => undefined);
    if (scripted === 'offline') throw Object.assign(new Error(), { errMsg: 'request:fail -2:net::ERR_FAILED' });
    if (scripted === 'timeout') throw Object.assign(new Error(), { errMsg: 'request:fail timeout' });
    const { status: statusCode = 200, body: data, header = {} } = scripted;
    return { statusCode, data, header, errMsg: 'request:ok' };
  });
  return Object.assign(answered, {
    abort: () => {
      state.aborted.push(options.url);
    },
  });
}

const sizeOf = (key: string, text: string): number => key.length + text.length;

function guardStorage(): void {
  if (state.storageOff) throw new Error('SecurityError: storage is off');
}

function setStorageSync(key: string, text: string): void {
  guardStorage();
  state.written.push(key);
  if (state.writesLeft <= 0) return;
  state.writesLeft -= 1;
  let total = sizeOf(key, text);
  for (const [other, value] of state.storage) if (other !== key) total += sizeOf(other, value);
  const tooMuch = total > state.quota || Buffer.byteLength(text) > 1024 * 1024;
  if (tooMuch) throw Object.assign(new Error(), { errMsg: 'setStorageSync:fail exceed storage limit' });
  state.storage.set(key, text);
}

function removeStorageSync(key: string): void {
  guardStorage();
  if (state.writesLeft <= 0) return;
  state.writesLeft -= 1;
  state.storage.delete(key);
}

/** Something that a person is asked for. */
const act =
  (name: string) =>
  (options: object): Promise<void> => {
    state.acts.push(`${name} ${JSON.stringify(options)}`);
    return state.refusing ? Promise.reject(new Error(PERSON)) : Promise.resolve();
  };

const open =
  (name: string) =>
  ({ url }: { url: string }): Promise<void> => {
    state.opened.push(`${name} ${url}`);
    return state.refusing ? Promise.reject(new Error(`${name}:fail`)) : Promise.resolve();
  };

/** Listens for as long as the component stands, always with the latest closure, as Taro's hooks do. */
function useListener(listeners: () => Set<Listener>, callback: Listener): void {
  const latest = useRef(callback);
  latest.current = callback;
  useEffect(() => {
    const set = listeners();
    const heard = (): void => {
      latest.current();
    };
    set.add(heard);
    return () => {
      set.delete(heard);
    };
  }, [listeners]);
}

const pageShown = (): Set<Listener> => state.pageShown;
const pageHidden = (): Set<Listener> => state.pageHidden;
const pulledDown = (): Set<Listener> => state.pulledDown;

/** Called at once, since a page that is mounted is shown, and then by `phone.showPage()`. */
export function useDidShow(callback: () => void): void {
  useListener(pageShown, callback);
  const first = useRef(callback);
  useEffect(() => {
    first.current();
  }, []);
}

export function useDidHide(callback: () => void): void {
  useListener(pageHidden, callback);
}

export function usePullDownRefresh(callback: () => void): void {
  useListener(pulledDown, callback);
}

export function useShareAppMessage(card: ShareHook): void {
  state.appMessage = card;
}

export function useShareTimeline(card: ShareHook): void {
  state.timeline = card;
}

/** Nothing scrolls on this phone. */
export function usePageScroll(): void {
  return undefined;
}

export function useRouter(): { params: Record<string, string | undefined> } {
  return { params: state.params };
}

interface Query {
  readonly select: (selector: string) => Query;
  readonly boundingClientRect: (heard: (rect: { readonly top: number }) => void) => Query;
  readonly fields: (wanted: { readonly node: true }) => Query;
  readonly exec: (heard?: (found: readonly { readonly node: unknown }[]) => void) => void;
}

const query: Query = {
  select: () => query,
  boundingClientRect: (heard) => {
    heard({ top: 0 });
    return query;
  },
  fields: () => query,
  exec: (heard) => heard?.([{ node: state.canvas }]),
};

export default {
  request,
  getStorageSync: (key: string): string => {
    guardStorage();
    return state.storage.get(key) ?? '';
  },
  setStorageSync,
  removeStorageSync,
  getStorageInfoSync: (): { keys: string[] } => {
    guardStorage();
    return { keys: [...state.storage.keys()] };
  },
  onAppShow: (listener: Listener): void => void state.shown.add(listener),
  offAppShow: (listener: Listener): void => void state.shown.delete(listener),
  onAppHide: (listener: Listener): void => void state.hidden.add(listener),
  offAppHide: (listener: Listener): void => void state.hidden.delete(listener),
  onNetworkStatusChange: (listener: NetworkListener): void => void state.network.add(listener),
  offNetworkStatusChange: (listener: NetworkListener): void => void state.network.delete(listener),
  stopPullDownRefresh: (): void => {
    state.pullDownsStopped += 1;
  },
  navigateTo: open('navigateTo'),
  switchTab: open('switchTab'),
  redirectTo: open('redirectTo'),
  navigateBack: (): Promise<void> => open('navigateBack')({ url: '' }),
  getCurrentPages: (): unknown[] => Array.from({ length: state.pages }),
  makePhoneCall: act('makePhoneCall'),
  setClipboardData: act('setClipboardData'),
  openLocation: act('openLocation'),
  getLocation: (options: object): Promise<{ latitude: number; longitude: number }> => {
    state.acts.push(`getLocation ${JSON.stringify(options)}`);
    const { located } = state;
    return typeof located === 'string'
      ? Promise.reject(Object.assign(new Error(), { errMsg: located }))
      : Promise.resolve(located);
  },
  getAppBaseInfo: (): Readonly<Record<string, unknown>> => state.baseInfo,
  addPhoneCalendar: act('addPhoneCalendar'),
  showToast: act('showToast'),
  showTabBarRedDot: act('showTabBarRedDot'),
  hideTabBarRedDot: act('hideTabBarRedDot'),
  pageScrollTo: act('pageScrollTo'),
  getWindowInfo: (): { windowWidth: number; windowHeight: number } => ({ windowWidth: 390, windowHeight: 700 }),
  /** All that is asked for stands at the top of the page. */
  createSelectorQuery: (): Query => query,
  nextTick: (done: () => void): void => {
    done();
  },
  vibrateShort: act('vibrateShort'),
  vibrateLong: act('vibrateLong'),
  showModal: async ({ title }: { title: string }): Promise<{ confirm: boolean }> => {
    state.acts.push(`showModal ${title}`);
    return { confirm: await state.says };
  },
  setNavigationBarTitle: act('setNavigationBarTitle'),
  login: (): Promise<{ code: string }> => {
    const code = state.loginCodes.shift() ?? null;
    return code === null ? Promise.reject(new Error('login:fail')) : Promise.resolve({ code });
  },
  getScreenBrightness: (): Promise<{ value: number }> => Promise.resolve({ value: state.brightness }),
  setScreenBrightness: ({ value }: { value: number }): Promise<void> => {
    state.brightness = value;
    return Promise.resolve();
  },
  setKeepScreenOn: ({ keepScreenOn }: { keepScreenOn: boolean }): Promise<void> => {
    state.keptOn = keepScreenOn;
    return Promise.resolve();
  },
  requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }): Promise<Record<string, string>> => {
    state.acts.push('requestSubscribeMessage');
    return state.refusing
      ? Promise.reject(new Error('requestSubscribeMessage:fail'))
      : Promise.resolve(
          Object.fromEntries(tmplIds.map((id) => [id, state.declined.includes(id) ? 'reject' : 'accept'])),
        );
  },
  saveImageToPhotosAlbum: ({ filePath }: { filePath: string }): Promise<void> => {
    state.acts.push(`saveImageToPhotosAlbum ${filePath}`);
    return state.albumSays === null ? Promise.resolve() : Promise.reject(new Error(state.albumSays));
  },
  createOffscreenCanvas: ({ width, height }: { width: number; height: number }): unknown =>
    state.canvas === null ? null : Object.assign(state.canvas, { width, height }),
  canvasToTempFilePath: ({ destWidth, destHeight }: { destWidth: number; destHeight: number }): Promise<object> => {
    state.pictures += 1;
    return Promise.resolve({ tempFilePath: `tmp/${state.pictures}-${destWidth}x${destHeight}.png` });
  },
  arrayBufferToBase64: (data: string): string => Buffer.from(data).toString('base64'),
  openSetting: (): Promise<{ authSetting: Record<string, boolean> }> =>
    state.refusing
      ? Promise.reject(new Error('openSetting:fail'))
      : Promise.resolve({
          authSetting: { 'scope.writePhotosAlbum': state.albumOpened, 'scope.camera': !state.cameraDenied },
        }),
  navigateToMiniProgram: act('navigateToMiniProgram'),
  scanCode: (): Promise<{ result: string }> => {
    const result = state.scans.shift();
    return result === undefined ? Promise.reject(new Error('scanCode:fail cancel')) : Promise.resolve({ result });
  },
  getDeviceInfo: (): { brand: string; model: string } => ({ brand: 'HUAWEI', model: 'P60' }),
  getLaunchOptionsSync: (): { scene: number } => ({ scene: state.scene }),
};
