/**
 * The phone's key-value storage. Values are JSON text on both targets, so that both behave alike.
 * Nothing here throws: a browser may have storage switched off, and a full one refuses at any write.
 */
import Taro from '@tarojs/taro';
import { atPause, dropPending, writePending, writePendingAt } from './late-writing';

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

/** Written at a pause in the typing, or as soon as the app leaves the screen; `settled` gets the outcome. */
export function writeAtPause(key: string, value: unknown, settled: (written: Written) => void): void {
  atPause(key, () => {
    settled(write(key, value));
  });
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
