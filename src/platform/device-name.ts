import Taro from '@tarojs/taro';

const MOST = 40;

/** What its owner would call this phone in a list: its model; `otherwise` where nothing is known of it. */
export function deviceName(otherwise: string): string {
  if (process.env.TARO_ENV === 'h5') return otherwise;
  const { brand, model } = Taro.getDeviceInfo();
  const name = `${brand} ${model}`.trim().slice(0, MOST);
  return name === '' ? otherwise : name;
}
