/** One tab of the browser at a time does `work`. Without Web Locks (Safari before 15.4) each does it at once. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (process.env.TARO_ENV !== 'h5' || !('locks' in navigator)) return work();
  return navigator.locks.request(name, work) as Promise<T>;
}
