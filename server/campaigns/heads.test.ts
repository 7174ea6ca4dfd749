import { sql } from 'drizzle-orm';
import { renewEpoch } from '../db/epoch';
import { makeFreshApp, openTestDatabase, SLOW_MS, type TestApp } from '../testing/app';
import { useTestServer } from '../testing/test-server';
import { waitUntil } from '../testing/wait-until';

const LHASA = '540100';
/** docs/rules.md: a change through one process is in the other's feed within two seconds. */
const SOON_MS = 2_000;

const testServer = useTestServer('postgres');

describe('two that share a database', () => {
  let one: TestApp;
  let two: TestApp;
  beforeEach(async () => {
    one = await testServer.openFresh();
    two = await testServer.openOther();
  });
  const arrives = (id: string): Promise<true> =>
    waitUntil(
      async () => ((await two.feed({ region: LHASA })).events.some((event) => event.id === id) ? true : undefined),
      SOON_MS,
    );

  test('see each other’s changes soon', async () => {
    await one.publish('e');
    await arrives('e');
  });

  test('see them by looking, should no notification come', async () => {
    await testServer.database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`);
    await one.publish('e');
    await arrives('e');
  });

  test('see at once what they published themselves', async () => {
    for (let i = 0; i < 20; i++) {
      await one.publish('e', { title: `第${i}版` });
      expect((await one.feed({ region: LHASA })).events).toMatchObject([{ title: `第${i}版` }]);
    }
  });

  test('notice a new epoch while they run', async () => {
    await one.publish('e');
    const { cursor } = await one.feed({ region: LHASA });
    await renewEpoch(testServer.database.db);
    await waitUntil(async () => ((await one.feed({ region: LHASA, cursor })).reset ? true : undefined), SOON_MS);
  });
});

test(
  'what is ready is served on while the database is away',
  async () => {
    const other = await openTestDatabase('postgres');
    const at = await makeFreshApp(other);
    try {
      await at.publish('e');
      const before = await at.feed({ region: LHASA });
      await other.db.execute(sql`alter table event rename to event_away`);
      expect(await at.feed({ region: LHASA })).toEqual(before);
      expect(await at.ask('/api/v1/events/e')).toMatchObject({ status: 500 });
    } finally {
      await at.app.close();
      await other.closeAndRemove();
    }
  },
  SLOW_MS,
);
