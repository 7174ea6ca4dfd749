/** The driver reads the console: what is reported there is what a test sees. */
export function reportError(error: unknown, where: string): void {
  console.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

/** Calls a life-cycle function if it is there; an error in one must not stop the next, as in WeChat. */
export function callHook(owner: unknown, name: string, ...args: unknown[]): unknown {
  const hook = (owner as Record<string, unknown> | undefined)?.[name];
  if (typeof hook !== 'function') return undefined;
  try {
    return (hook as (...each: unknown[]) => unknown).apply(owner, args);
  } catch (error) {
    reportError(error, name);
    return undefined;
  }
}
