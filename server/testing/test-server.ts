/** A database for the tests of a file or a `describe`, and the servers that each of them opens on it. */
import {
  makeApp,
  makeFreshApp,
  openTestDatabase,
  SLOW_MS,
  type OpenTestDatabase,
  type TestApp,
  type TestAppOptions,
} from './app';
import type { Engine } from './database';

export interface TestServer {
  /** There from `beforeAll` on. */
  readonly database: OpenTestDatabase;
  /** A server on the emptied database with CONTENT; closed after the test. */
  readonly openFresh: (options?: TestAppOptions) => Promise<TestApp>;
  /** Another server's view of the same database; closed after the test. */
  readonly openOther: (options?: TestAppOptions) => Promise<TestApp>;
}

export function useTestServer(engine: Engine): TestServer {
  let opened: OpenTestDatabase | undefined;
  const apps: TestApp[] = [];
  const database = (): OpenTestDatabase => {
    if (!opened) throw new Error('no database before the tests begin');
    return opened;
  };
  const keep = async (opening: Promise<TestApp>): Promise<TestApp> => {
    const at = await opening;
    apps.push(at);
    return at;
  };
  beforeAll(async () => {
    opened = await openTestDatabase(engine);
  }, SLOW_MS);
  afterEach(async () => {
    await Promise.all(apps.splice(0).map(({ app }) => app.close()));
  });
  afterAll(() => opened?.closeAndRemove(), SLOW_MS);
  return {
    get database() {
      return database();
    },
    openFresh: (options) => keep(makeFreshApp(database(), options)),
    openOther: (options) => keep(makeApp(database(), options)),
  };
}
