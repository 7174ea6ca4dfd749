/** When the app comes to the front, when the network returns, when a page is pulled down. */
import Taro, { useDidHide, useDidShow, usePageScroll, usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';

/** Undoes a subscription. */
export type Unsubscribe = () => void;

/** The app came to the front again. WeChat also says so at the launch itself. */
export function onForeground(listener: () => void): Unsubscribe {
  const heard = (): void => {
    listener();
  };
  Taro.onAppShow(heard);
  return () => {
    Taro.offAppShow(heard);
  };
}

/** The app went out of sight; it may be killed at any moment from here on. */
export function onBackground(listener: () => void): Unsubscribe {
  const heard = (): void => {
    listener();
  };
  Taro.onAppHide(heard);
  // Safari before 14.5 says nothing else when its window closes.
  if (process.env.TARO_ENV === 'h5') window.addEventListener('pagehide', heard);
  return () => {
    Taro.offAppHide(heard);
    if (process.env.TARO_ENV === 'h5') window.removeEventListener('pagehide', heard);
  };
}

/** The network came back. In a browser Taro listens to `navigator.connection`, which not every one has. */
export function onReconnected(listener: () => void): Unsubscribe {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', listener);
    return () => {
      window.removeEventListener('online', listener);
    };
  }
  const heard = (status: { readonly isConnected: boolean }): void => {
    if (status.isConnected) listener();
  };
  Taro.onNetworkStatusChange(heard);
  return () => {
    Taro.offNetworkStatusChange(heard);
  };
}

/** Each time the page is shown: opened, returned to, or its tab chosen. */
export function usePageShown(listener: () => void): void {
  useDidShow(listener);
}

/** Each time the page is left: for another one, or for good. `listener` must not change. */
export function usePageLeft(listener: () => void): void {
  useDidHide(listener);
  useEffect(() => listener, [listener]);
}

/** The page is pulled down (its config must allow it); the spinner stays until the work is done, well or badly. */
export function usePulledDown(work: () => Promise<void>): void {
  usePullDownRefresh(() => {
    void work().finally(() => {
      Taro.stopPullDownRefresh();
    });
  });
}

/** The page is being scrolled; many times a second, so the listener must be cheap. */
export function usePageScrolled(listener: () => void): void {
  usePageScroll(listener);
}
