/**
 * Has the browser keep the app itself (config/offline-worker.js), so that it opens without a network; a mini-program is
 * kept by WeChat. Browsers do this only over https or on the machine itself, and not in every private window.
 */
export function keepOfflineCopy(): void {
  if (process.env.TARO_ENV !== 'h5' || process.env.NODE_ENV !== 'production') return;
  if (!('serviceWorker' in navigator)) return;
  // After everything that the first visit is waiting for.
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/offline-worker.js').catch((error: unknown) => {
      console.warn('the app is not kept for times without a network', error);
    });
  });
}
