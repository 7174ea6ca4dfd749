/**
 * The phone's key-value storage. Values are JSON text on both targets, so that both behave alike.
 * Nothing here throws: a browser may have storage switched off, and a full one refuses at any write.
 */
import Taro from '@tarojs/taro';
import { dropPending, writePending, writePendingAt } from './late-writing';

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
  writePendingAt(key);
  const text = readText(key);
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    console.warn(`what is stored at "${key}" is no JSON`);
    return undefined;
  }
}

export type Written = 'ok' | 'full';

/** `full`: refused, by quota or because there is no storage at all; the value before is still there. */
export function write(key: string, value: unknown): Written {
  dropPending(key);
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return 'ok';
  } catch {
    return 'full';
  }
}

export function remove(key: string): void {
  dropPending(key);
  try {
    Taro.removeStorageSync(key);
  } catch {
    // A key that cannot be removed costs room, nothing else.
  }
}

export function keys(): readonly string[] {
  writePending();
  try {
    return Taro.getStorageInfoSync().keys;
  } catch {
    return [];
  }
}

/**
 * Another tab of the browser has written: `listener` gets the key, `null` for all of them. A mini-program has no
 * second tab.
 */
export function onStorageChanged(listener: (key: string | null) => void): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('storage', ({ key }) => {
    listener(key);
  });
}
