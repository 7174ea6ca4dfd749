import Taro from '@tarojs/taro';

/** Brings the element with this id into sight. */
export function scrollTo(id: string): void {
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80, duration: 200 }).catch(() => undefined);
}
