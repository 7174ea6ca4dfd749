/** The browser on this machine: `npm test`, `npm run bench` and `npm run screens` find or fetch it (scripts/test-tools). */
export function findChromium(): string {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return named;
  throw new Error('CHROMIUM is not set: run browser tests by `npm test -- FILE`, or name a Chromium.');
}

/** Without these a browser under test calls home and fights for a GPU that a server does not have. */
export function chromiumArguments(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const root = process.getuid?.() === 0;
  return root ? [...quiet, '--no-sandbox'] : quiet;
}
