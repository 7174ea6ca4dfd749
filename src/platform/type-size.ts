/** How large the person has set WeChat's own type. */
import Taro from '@tarojs/taro';
import * as v from 'valibot';

/** Not in Taro's types, and not said by every version. */
const InfoSchema = v.object({ fontSizeSetting: v.number() });

function saidByWeChat(): number | null {
  const info = v.safeParse(InfoSchema, Taro.getAppBaseInfo());
  return info.success ? info.output.fontSizeSetting : null;
}

/** Pixels, 17 is WeChat's standard; `null` where the phone does not say, as a browser never does. */
export function phoneTypeSize(): number | null {
  return process.env.TARO_ENV === 'h5' ? null : saidByWeChat();
}
