/** A Chromium with a profile on the disk that dies as a phone does whose battery is taken out: kill -9 of all it runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../mini-program-host/chromium';

export interface KillableBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

const LISTENING = /^DevTools listening on (ws:\S+)/;

export async function openKillable(profile: string): Promise<KillableBrowser> {
  const own = ['--headless', `--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank'];
  // A group of its own, so that one signal reaches all its processes.
  const child = spawn(findChromium(), [...chromiumArguments(), ...own], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  let endpoint: string | undefined;
  for await (const line of createInterface(child.stderr)) {
    endpoint = LISTENING.exec(line)?.[1];
    if (endpoint !== undefined) break;
  }
  child.stderr.resume();
  const { pid } = child;
  if (endpoint === undefined || pid === undefined) throw new Error('the browser did not start');
  const browser = await chromium.connectOverCDP(endpoint);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('a browser without a profile');
  return {
    context,
    page: await context.newPage(),
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
      await exited;
    },
  };
}
