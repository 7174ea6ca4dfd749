import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { builtProgram } from '../server/testing/built-server';
import type { AppDriver } from '../mini-program-host/driver';
import { launchWeapp, type LaunchOptions } from '../mini-program-host/launch';
import { launchH5 } from './h5/launch';
import { makeDataFolder } from './template';

const root = path.resolve(__dirname, '..');
const TOKEN = 'token-of-the-publisher-in-browser-tests';
const CLOCK = path.join(__dirname, 'clock.cjs');
/** What `config/index.ts` puts into the mini-program when nobody says otherwise; tests send it on to their own server. */
const BUILT_IN_BASE = 'http://127.0.0.1:8080';

export type TargetName = AppDriver['target'];
export const TARGETS: readonly TargetName[] = ['weapp', 'h5'];

/** A real server of its own, on an embedded database that holds what a first start imports. */
export interface TestServer {
  readonly origin: string;
  /** Where its database stands. */
  readonly folder: string;
  /** Publishes as an organiser would; the answer's status and body. */
  publish(method: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** Opens the app of one target against this server. */
  open(target: TargetName, options?: OpenOptions): Promise<AppDriver>;
  /** The way into the console that a trial server prints. */
  consoleLink(): string;
  /** Ends it, and removes its database unless it is to be kept. */
  stop(options?: { readonly keep?: boolean }): Promise<void>;
}

export interface OpenOptions extends Omit<LaunchOptions, 'build'> {
  /** The region chosen before the launch; `null` for a phone that has never seen the app. */
  readonly region?: { readonly code: string; readonly name: string } | null;
  readonly largeType?: boolean;
}

const TIBET = { code: '540000', name: '西藏自治区' };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

/** Resolves at the first 200 of `/readyz`; rejects with the server's own words if it ends before. */
async function ready(origin: string, child: ChildProcess, words: () => string): Promise<void> {
  for (let tries = 0; tries < 1800; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${words()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server is not ready after three minutes:\n${words()}`);
}

/** A server on a busy machine asks its publishers to come again; each does. */
async function fetchUnhurried(url: string, init: RequestInit): Promise<Response> {
  for (let tries = 0; tries < 60; tries += 1) {
    const answer = await fetch(url, init);
    if (answer.status !== 503) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return fetch(url, init);
}

export async function startTestServer(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const folder = env.DATA_DIR ?? makeDataFolder();
  // A server that comes back where it was: a phone keeps to the address that it knows.
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT);
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['--require', CLOCK, builtProgram('server')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      DATABASE_URL: '',
      PUBLISHER_TOKEN: TOKEN,
      RATE_LIMIT: 'off',
      SAMPLE: 'on',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await ready(origin, child, () => output);

  return {
    origin,
    folder,
    publish: async (method, at, body) => {
      const answer = await fetchUnhurried(`${origin}/api/v1/${at}`, {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
    },
    open: (target, options = {}) => openApp(target, origin, options),
    consoleLink: () => {
      const link = /\/console\/invitation\/[\w-]+/.exec(output)?.[0];
      if (link === undefined) throw new Error(`no way into the console:\n${output}`);
      return `${origin}${link}`;
    },
    stop: async ({ keep = false } = {}) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openApp(target: TargetName, origin: string, options: OpenOptions): Promise<AppDriver> {
  const { region = TIBET, largeType = false, stored = {}, ...launch } = options;
  const preferences = region === null ? {} : { preferences: JSON.stringify({ region, largeType }) };
  const all = { now: Date.now(), ...launch, stored: { ...preferences, ...stored } };
  if (target === 'h5') return launchH5({ ...all, origin });
  return launchWeapp({ ...all, build: path.join(root, 'dist/weapp-local'), forward: { [BUILT_IN_BASE]: origin } });
}
