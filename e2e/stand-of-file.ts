/** Servers of a whole test file: up before its tests, gone after them. An app that a test opened is closed after it. */
import type { AppDriver } from './driver';
import { type SignUpStand, startSignUpStand } from './sign-up-stand';
import { type Stand, startStand } from './stand';

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

export function standOfFile(env?: Readonly<Record<string, string>>): OfFile<Stand> {
  const stand = ofFile(() => startStand(env));
  const keep = closedAfterEach();
  return {
    get origin() {
      return stand().origin;
    },
    get folder() {
      return stand().folder;
    },
    publish: (...args) => stand().publish(...args),
    open: async (...args) => keep(await stand().open(...args)),
  };
}

export function signUpStandOfFile(): OfFile<SignUpStand> {
  const at = ofFile(startSignUpStand);
  const keep = closedAfterEach();
  return {
    get stand() {
      return at().stand;
    },
    publish: (...args) => at().publish(...args),
    open: async (...args) => keep(await at().open(...args)),
    openAt: async (...args) => keep(await at().openAt(...args)),
  };
}
