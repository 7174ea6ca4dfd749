/** How large the person has set WeChat's own type. */
import Taro from '@tarojs/taro';
import * as v from 'valibot';

/** Not in Taro's types, and not said by every version. */
const InfoSchema = v.object({ fontSizeSetting: v.number() });

/** Pixels, 17 is WeChat's standard; `null` where the phone does not say. */
export function phoneTypeSize(): number | null {
  if (process.env.TARO_ENV === 'h5') return null;
  const info = v.safeParse(InfoSchema, Taro.getAppBaseInfo());
  return info.success ? info.output.fontSizeSetting : null;
}
