import { Refusal, type ApiMaker, type ApiResult, type ApiTable, type Fields } from './api';

const perKey = 1024 * 1024;
const inAll = 10 * 1024 * 1024;
const prefix = 'storage:';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
/** By key, once counted: counted anew at each write, a copy of 100 parts would spend its time here, not in the app. */
const sizes = new Map<string, number>();

function sizeOf(key: string): number {
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const size = bytesOf(key) + bytesOf(localStorage.getItem(prefix + key) ?? '');
  sizes.set(key, size);
  return size;
}

/** WeChat counts what a value takes as text: 1 MB a key, 10 MB in all, and refuses beyond it. */
function write(key: unknown, data: unknown): Refusal | undefined {
  if (typeof key !== 'string' || key === '') return new Refusal('parameter error: parameter.key should be String');
  const text = (JSON.stringify(data) as string | undefined) ?? '""';
  const bytes = bytesOf(text);
  if (bytes > perKey) return new Refusal('entry size limit reached');
  const others = keys().filter((each) => each !== key);
  const total = others.reduce((sum, each) => sum + sizeOf(each), bytesOf(key) + bytes);
  if (total > inAll) return new Refusal('exceed storage max size 10Mb');
  localStorage.setItem(prefix + key, text);
  sizes.set(key, bytesOf(key) + bytes);
  return undefined;
}

function read(key: unknown): { found: boolean; data: unknown } {
  const text = typeof key === 'string' ? localStorage.getItem(prefix + key) : null;
  if (text === null) return { found: false, data: '' };
  try {
    return { found: true, data: JSON.parse(text) as unknown };
  } catch {
    // A test may plant text that is no JSON: a value of the wrong kind is what the app then finds.
    return { found: true, data: text };
  }
}

const info = (): Fields => ({
  keys: keys(),
  currentSize: Math.ceil(keys().reduce((sum, key) => sum + sizeOf(key), 0) / 1024),
  limitSize: inAll / 1024,
});

const remove = (key: unknown): undefined => {
  localStorage.removeItem(prefix + String(key));
  sizes.delete(String(key));
};

const clear = (): undefined => {
  for (const key of keys()) remove(key);
};

export function storageApis(make: ApiMaker): ApiTable {
  return {
    setStorage: make.async('setStorage', ({ key, data }) => write(key, data)),
    getStorage: make.async('getStorage', ({ key }): ApiResult => {
      const { found, data } = read(key);
      return found ? { data } : new Refusal('data not found');
    }),
    removeStorage: make.async('removeStorage', ({ key }) => {
      remove(key);
      return undefined;
    }),
    clearStorage: make.async('clearStorage', clear),
    getStorageInfo: make.async('getStorageInfo', info),
    setStorageSync: make.sync('setStorageSync', (key: unknown, data: unknown) => {
      const refusal = write(key, data);
      if (refusal) throw new Error(`setStorageSync:fail ${refusal.reason}`);
    }),
    getStorageSync: make.sync('getStorageSync', (key: unknown) => read(key).data),
    removeStorageSync: make.sync('removeStorageSync', remove),
    clearStorageSync: make.sync('clearStorageSync', clear),
    getStorageInfoSync: make.sync('getStorageInfoSync', info),
  };
}
