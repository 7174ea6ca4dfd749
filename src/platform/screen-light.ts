/** A code held up to a scanner: the screen at its brightest and awake, and as it was afterwards. */
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

interface Light {
  /** As the person had it, 0–1; `null` until it is known. */
  before: number | null;
  shown: boolean;
}

const ignore = (): void => undefined;

/** The page may be left while the phone is answering. */
const isLeft = ({ shown }: Light): boolean => !shown;

async function brighten(light: Light): Promise<void> {
  light.shown = true;
  try {
    const { value } = await Taro.getScreenBrightness();
    if (isLeft(light)) return;
    light.before ??= value;
    await Taro.setKeepScreenOn({ keepScreenOn: true });
    await Taro.setScreenBrightness({ value: 1 });
  } catch {
    // A phone that does not let us stays as bright as it is.
  }
}

function restore(light: Light): void {
  if (!light.shown) return;
  light.shown = false;
  Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore);
  if (light.before !== null) Taro.setScreenBrightness({ value: light.before }).catch(ignore);
  light.before = null;
}

/** Full brightness while there is something to scan and its page is shown. A browser has no say in it. */
export function useScreenLight(): void {
  const light = useRef<Light>({ before: null, shown: false });
  const shine = (): void => {
    if (process.env.TARO_ENV !== 'h5' && !light.current.shown) void brighten(light.current);
  };
  useDidShow(shine);
  useDidHide(() => {
    restore(light.current);
  });
  // What comes while the page is shown already hears of no showing, and what goes of no hiding.
  useEffect(() => {
    const { current } = light;
    if (process.env.TARO_ENV !== 'h5' && !current.shown) void brighten(current);
    return () => {
      restore(current);
    };
  }, []);
}
