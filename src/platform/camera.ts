/** The camera's permission, and the screen that stays awake for it. */
import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** Leads to the switches of what the app may use; whether the camera is on after that. */
export async function openCameraSetting(): Promise<boolean> {
  try {
    const { authSetting } = await Taro.openSetting();
    return authSetting['scope.camera'] === true;
  } catch {
    return false;
  }
}

/** The screen stays on as long as the page is there. */
export function useAwake(): void {
  useEffect(() => {
    const keep = (keepScreenOn: boolean): void => {
      Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined);
    };
    keep(true);
    return () => {
      keep(false);
    };
  }, []);
}
