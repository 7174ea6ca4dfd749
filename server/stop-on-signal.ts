/** An orderly end: SIGTERM or SIGINT asks for it, a second one or ten seconds force it. */

const PATIENCE_MS = 10_000;
/** One Ctrl+C can arrive twice: the terminal tells every process of the group, and npm passes its own on. */
const SAME_SIGNAL_MS = 500;

export function stopOnSignal(stop: () => Promise<void>): void {
  let askedAt: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (askedAt !== undefined) {
      if (now - askedAt >= SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    askedAt = now;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
