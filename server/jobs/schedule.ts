/** Looks again and again for something to do, until it is stopped. */

export interface Schedule {
  /** Waits for what is being done. */
  readonly stop: () => Promise<unknown>;
}

/** Failures are handed over and do not end it: the next look tries again. */
export function runEvery(ms: number, look: () => Promise<unknown>, onFailed: (error: unknown) => void): Schedule {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = look()
      .catch(onFailed)
      .finally(() => {
        isBusy = false;
      });
  }, ms).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
