/**
 * The phone's key-value storage. Values are JSON text on both targets, so that both behave alike.
 * Nothing here throws: a browser may have storage switched off, and a full one refuses at any write.
 */
import Taro from '@tarojs/taro';

function readText(key: string): string {
  try {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}

/** The value at a key; `undefined` where there is none, or none that is JSON. Parse it: anybody may have written it. */
export function read(key: string): unknown {
  const text = readText(key);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    console.warn(`what is stored at "${key}" is no JSON`);
    return undefined;
  }
}

/** `full`: refused, by quota or because there is no storage at all; what stood at the key still stands. */
export function write(key: string, value: unknown): 'ok' | 'full' {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return 'ok';
  } catch {
    return 'full';
  }
}

export function remove(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // A key that cannot be removed costs room, nothing else.
  }
}

export function keys(): readonly string[] {
  try {
    return Taro.getStorageInfoSync().keys;
  } catch {
    return [];
  }
}
