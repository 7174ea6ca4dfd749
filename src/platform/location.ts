/** Where the person is, asked for from a tap only. The answer stays in memory: it is stored and sent nowhere. */
import Taro from '@tarojs/taro';
import type { Point } from '../../domain/region/distance';
import { toGcj02 } from '../../domain/region/gcj02';

/** Degrees, GCJ-02; or why not. */
export type Located =
  { readonly ok: true; readonly point: Point } | { readonly ok: false; readonly reason: 'refused' | 'unavailable' };

const TIMEOUT_MS = 10_000;
/** A place of a minute ago is as good: people look for what is kilometres away. */
const MAX_AGE_MS = 60_000;
/** `GeolocationPositionError.PERMISSION_DENIED` */
const PERMISSION_DENIED = 1;

/** Whether it may be asked at all: in the mini-program only where the deployment has WeChat's approval for it. */
export function canLocate(): boolean {
  return process.env.TARO_ENV === 'h5' ? 'geolocation' in navigator : LOCATION_OFFERED;
}

function askBrowser(): Promise<Located> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        resolve({ ok: true, point: toGcj02({ latitude, longitude }) });
      },
      ({ code }) => {
        resolve({ ok: false, reason: code === PERMISSION_DENIED ? 'refused' : 'unavailable' });
      },
      { timeout: TIMEOUT_MS, maximumAge: MAX_AGE_MS },
    );
  });
}

async function askWechat(): Promise<Located> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'gcj02' });
    return { ok: true, point: { latitude, longitude } };
  } catch (error) {
    const { errMsg } = Object(error) as { readonly errMsg?: unknown };
    const isRefused = typeof errMsg === 'string' && /auth|deny|privacy/i.test(errMsg);
    return { ok: false, reason: isRefused ? 'refused' : 'unavailable' };
  }
}

/** WeChat refuses a release that holds its call without approval: a build without location does not contain it. */
export function locate(): Promise<Located> {
  if (process.env.TARO_ENV === 'h5') return askBrowser();
  return LOCATION_OFFERED ? askWechat() : Promise.resolve({ ok: false, reason: 'unavailable' });
}
