import { existsSync } from 'node:fs';

const linux = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'].flatMap(
  (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
);
const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
  const root = process.env[variable];
  return root === undefined
    ? []
    : [`${root}\\Google\\Chrome\\Application\\chrome.exe`, `${root}\\Microsoft\\Edge\\Application\\msedge.exe`];
});

/** The browser on this machine: `CHROMIUM` names one, otherwise the usual places are tried. */
export function findChromium(): string {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, and there is no such file.`);
  }
  const found = [...linux, ...mac, ...windows].find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'Browser tests need Chromium, Chrome or Edge: install one (Debian: apt install chromium fonts-noto-cjk) or name it in CHROMIUM.',
  );
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
