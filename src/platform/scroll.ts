import Taro from '@tarojs/taro';

/** Brings the element with this id into sight, once what was just rendered is on the screen. */
export function scrollTo(id: string): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);
  });
}
