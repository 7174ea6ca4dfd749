/** How this phone tells the server who it is, where the server knows nothing of it yet. */
import Taro from '@tarojs/taro';
import type { SessionBody } from '../../domain/account';

/**
 * What opens a session: in the mini-program a fresh code of WeChat's, which lives five minutes and works once; in the
 * browser a device account. `null`: WeChat gave no code.
 */
export async function loginCredential(): Promise<SessionBody | null> {
  if (process.env.TARO_ENV === 'h5') return { kind: 'device' };
  try {
    const { code } = await Taro.login();
    return code === '' ? null : { kind: 'wechat', code };
  } catch {
    return null;
  }
}

/** Whether this phone's account is one that WeChat named. */
export function isWechatAccount(): boolean {
  return process.env.TARO_ENV !== 'h5';
}

/** Whether a new session leads back to the same account. A browser's account is lost with its token. */
export function loginFindsAccount(): boolean {
  return isWechatAccount();
}
