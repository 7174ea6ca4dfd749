// A signal ends what was started, and only then this process: its default end would leave a database and browsers behind.
const children = new Set();

/** `child` gets the signals that this process gets. */
export function passSignalsTo(child) {
  children.add(child);
  child.once('close', () => children.delete(child));
}

export function endChildren(signal = 'SIGTERM') {
  for (const child of children) child.kill(signal);
}

/** At a signal: the children end, then `cleanUp`, then this process. */
export function endInOrder(cleanUp) {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(signal, () => {
      endChildren(signal);
      void cleanUp().finally(() => process.exit(128 + number));
    });
  }
}
