/** Opens `page` in place of an address that leads to none, on both targets. */
import Taro from '@tarojs/taro';

export function openInsteadOfMissing(page: string): void {
  Taro.onPageNotFound(() => {
    Taro.redirectTo({ url: page }).catch(() => undefined);
  });
}
