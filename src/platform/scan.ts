/** WeChat's own scanner. A browser has none: there one types, pastes, or opens a link with the phone's camera. */
import Taro from '@tarojs/taro';

export const canScan = process.env.TARO_ENV !== 'h5';

/** What the person scanned; `null`: they went back, or it cannot be opened. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
