/**
 * Servers and browsers of a whole test file: up before its tests, gone after them. An app that a test opened is closed
 * after it.
 */
import type { Browser } from 'playwright-core';
import { type SignUpServer, startSignUpServer } from './sign-up-server';
import { type TestServer, startTestServer, type TargetName } from './test-server';
import { startBrowser } from '../mini-program-host/browser-driver';
import type { AppDriver } from '../mini-program-host/driver';

/** Nobody but its file stops it. */
type OfFile<S> = Omit<S, 'stop'>;

function ofFile<S extends { stop(): Promise<void> }>(start: () => Promise<S>): () => S {
  let started: S | undefined;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started?.stop());
  return () => {
    if (started === undefined) throw new Error('no server before the tests begin');
    return started;
  };
}

/** A browser for each target, started when it is first asked for. Each app in it is a phone that knows nothing of others. */
export function browsersOfFile(): (target: TargetName) => Promise<Browser> {
  const started = new Map<TargetName, Promise<Browser>>();
  afterAll(async () => {
    for (const browser of started.values()) await (await browser).close();
  });
  return (target) => {
    const browser = started.get(target) ?? startBrowser(target);
    started.set(target, browser);
    return browser;
  };
}

function closedAfterEach(): (app: AppDriver) => AppDriver {
  const opened: AppDriver[] = [];
  afterEach(async () => {
    for (const app of opened.splice(0)) if (!app.page.isClosed()) await app.close();
  });
  return (app) => {
    opened.push(app);
    return app;
  };
}

export function useTestServer(env?: Readonly<Record<string, string>>): OfFile<TestServer> {
  const testServer = ofFile(() => startTestServer(env));
  const browserOf = browsersOfFile();
  const keep = closedAfterEach();
  return {
    get origin() {
      return testServer().origin;
    },
    get folder() {
      return testServer().folder;
    },
    publish: (...args) => testServer().publish(...args),
    consoleLink: () => testServer().consoleLink(),
    open: async (target, options) =>
      keep(await testServer().open(target, { browser: await browserOf(target), ...options })),
  };
}

export function useSignUpServer(): OfFile<SignUpServer> {
  const at = ofFile(startSignUpServer);
  const browserOf = browsersOfFile();
  const keep = closedAfterEach();
  return {
    get testServer() {
      return at().testServer;
    },
    publish: (...args) => at().publish(...args),
    open: async (target, options) => keep(await at().open(target, { browser: await browserOf(target), ...options })),
    openAt: async (target, id, options) =>
      keep(await at().openAt(target, id, { browser: await browserOf(target), ...options })),
  };
}
