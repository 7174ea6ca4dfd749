import type { Fields } from './api';
import { callHook } from './errors';
import type { CameraRequest } from './elements/camera';
import type { PickerRequest } from './elements/picker';
import type { WxElement } from './elements/base';
import type { PageStack, Sharing } from './page-stack';

interface Opening {
  openType: string;
  button: WxElement;
}
interface Navigation {
  openType: string;
  url: string;
  delta: number;
  target: string;
  appId: string;
  path: string;
}
interface PageMeta {
  style: string;
  rootFontSize: string;
}
type Call = (options: Fields) => unknown;

interface Parts {
  pages: PageStack;
  wx: () => Record<string, unknown>;
  share: (from: Sharing) => void;
  pick: (request: PickerRequest) => void;
  camera: (request: CameraRequest) => void;
}

/** What built-in elements ask of the app around them: they only know that they were tapped. */
export function listenToElements({ pages, wx, share, pick, camera }: Parts): void {
  const call = (name: string, options: Fields): void => {
    (wx()[name] as Call)({ ...options, fail: (result: Fields) => callHook(console, 'warn', result.errMsg) });
  };
  const listen = (type: string, handle: (detail: unknown, from: EventTarget | null) => void): void => {
    document.addEventListener(type, (event) => {
      handle((event as CustomEvent<unknown>).detail, event.target);
    });
  };
  listen('wx-pick', (detail) => {
    pick(detail as PickerRequest);
  });
  listen('wx-camera', (detail) => {
    camera(detail as CameraRequest);
  });
  listen('wx-navigate', (detail) => {
    const { openType, url, delta, target, appId, path } = detail as Navigation;
    if (target === 'miniProgram') call('navigateToMiniProgram', { appId, path });
    else if (openType === 'navigateBack') call('navigateBack', { delta });
    else call(openType === 'navigate' ? 'navigateTo' : openType === 'redirect' ? 'redirectTo' : openType, { url });
  });
  listen('wx-page-meta', (detail, from) => {
    const { style, rootFontSize } = detail as PageMeta;
    pages.screenOf(from)?.applyMeta(style, rootFontSize);
  });
  listen('wx-open', (detail) => {
    const { openType, button } = detail as Opening;
    if (openType === 'share')
      share({ from: 'button', target: { id: button.id, dataset: button.__wxElement?.dataset ?? {} } });
    else if (openType === 'openSetting') call('openSetting', {});
    else if (openType === 'agreePrivacyAuthorization') button.tell('agreeprivacyauthorization', {});
    else console.error(`<button open-type="${openType}"> is not supported by mini-program-host.`);
  });
}
