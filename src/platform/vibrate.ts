import Taro from '@tarojs/taro';

const prefersStillness = (): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Felt without looking: short for good, long for what needs a look. */
export function vibrateFor(how: 'good' | 'bad'): void {
  if (how === 'good') vibrateShort();
  else if (process.env.TARO_ENV !== 'h5') Taro.vibrateLong().catch(() => undefined);
}

/** One short tap on the palm, where the phone can and its owner has not asked for less motion. WeChat says nothing of that. */
export function vibrateShort(): void {
  if (process.env.TARO_ENV === 'h5') {
    if (typeof navigator.vibrate === 'function' && !prefersStillness()) navigator.vibrate(15);
    return;
  }
  Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
}
