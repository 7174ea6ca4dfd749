/** Guards for work that must not run twice at once. */

/**
 * One run at a time. Asked for during a run, `work` runs once more afterwards for all who asked: so what was published
 * before the question is there when the promise settles, and ten questions cost two runs.
 */
export function coalesce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  const start = (): Promise<void> => {
    queued = null;
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (running === null) return start();
    queued ??= running.then(start, start);
    return queued;
  };
}

/**
 * Runs for different keys go one after the other. Asked for the key that came last, while it has not settled, everybody
 * shares its run.
 */
export function share<Key, T>(work: (key: Key) => Promise<T>): (key: Key) => Promise<T> {
  let last: { readonly key: Key; readonly done: Promise<T> } | null = null;
  return (key) => {
    if (last !== null && last.key === key) return last.done;
    const before = last?.done ?? null;
    const run = (): Promise<T> => work(key);
    const done = (before === null ? run() : before.then(run, run)).finally(() => {
      if (last?.done === done) last = null;
    });
    last = { key, done };
    return done;
  };
}
