/** What the phone itself can do. Each answers whether it was done: a person may say no, a browser may not know how. */
import Taro from '@tarojs/taro';

export type Outcome = 'done' | 'refused';

export interface Place {
  readonly name: string;
  readonly address: string;
  /** Degrees, GCJ-02. */
  readonly latitude: number;
  readonly longitude: number;
}

async function outcomeOf(act: Promise<unknown>): Promise<Outcome> {
  try {
    await act;
    return 'done';
  } catch {
    return 'refused';
  }
}

/** Whether a number can be dialled here: on a computer with a mouse nothing would happen. */
export function canDial(): boolean {
  if (process.env.TARO_ENV !== 'h5' || typeof window.matchMedia !== 'function') return true;
  return !window.matchMedia('(hover: hover) and (pointer: fine)').matches;
}

/** Opens the dialler with the number in it; the person dials. */
export function call(phoneNumber: string): Promise<Outcome> {
  return outcomeOf(Taro.makePhoneCall({ phoneNumber }));
}

/** Puts the text on the clipboard. WeChat shows a toast of its own, the browser none. */
export function copyText(data: string): Promise<Outcome> {
  return outcomeOf(Taro.setClipboardData({ data }));
}

/** A marker in AMap's web map, which opens the app where it is installed; `gaode` is its word for GCJ-02. */
export function mapLink({ name, latitude, longitude }: Place): string {
  const position = `${longitude},${latitude}`;
  return `https://uri.amap.com/marker?position=${position}&name=${encodeURIComponent(name)}&coordinate=gaode&callnative=1`;
}

/** Shows the place in the map app; in the browser, on a web map in another tab. */
export function openMap(place: Place): Promise<Outcome> {
  if (process.env.TARO_ENV === 'h5') {
    // With `noopener` the answer is null whether it opened or not.
    window.open(mapLink(place), '_blank', 'noopener');
    return Promise.resolve('done');
  }
  return outcomeOf(Taro.openLocation({ ...place, scale: 16 }));
}

/** A page of somebody else's: the browser opens it; a mini-program may not, so its address goes to the clipboard. */
export function openLink(address: string): Promise<Outcome> {
  if (process.env.TARO_ENV !== 'h5') return copyText(address);
  window.open(address, '_blank', 'noopener');
  return Promise.resolve('done');
}

/** From a tap: another mini-program, which WeChat asks the person about first. The browser knows of none. */
export function openMiniProgram(appId: string): Promise<Outcome> {
  return outcomeOf(Taro.navigateToMiniProgram({ appId }));
}
