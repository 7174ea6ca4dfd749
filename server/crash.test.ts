import type { QualityEvent } from '../domain/event/event';
import { ENGINES, makeDatabase, type TestDatabase } from './testing/database';
import { bodyOf } from './testing/content';
import { publishTo, syncWith } from './testing/http-client';
import { KILLS } from './testing/kills';
import { randomOfRun } from './testing/seeded-random';
import { killServers, startServer, type ServerProcess } from './testing/server-process';

/** Each kill comes after some of these; more would only repeat what was under way at a kill. */
const PUBLISHES = 80;
const AT_ONCE = 8;
/** With `KILLS=20`, twenty-one starts: a minute on a quiet machine, many on a busy one. */
const TEST_MS = 1_500_000;
const random = randomOfRun('kills while it publishes');

/** Publishes until the server is killed, which happens as soon as `killAfter` of them were acknowledged. */
async function publishAndKill(server: ServerProcess, campaign: string, kill: number): Promise<QualityEvent[]> {
  const killAfter = random(1, PUBLISHES - AT_ONCE);
  const acknowledged: QualityEvent[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < PUBLISHES) {
      const index = next++;
      // Every other one changes an event of an earlier round.
      const id = index % 2 === 0 ? `new-${kill}-${index}` : `old-${index}`;
      acknowledged.push(
        await publishTo(server.url, id, bodyOf({ campaign, programmeId: 't058', title: `第${kill}轮` })),
      );
      if (acknowledged.length === killAfter) server.kill('SIGKILL');
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  // Nobody kills a server that refused them all: what it said shows, rather than a wait without end.
  if (acknowledged.length < killAfter) {
    throw new Error(ended.map((each) => (each.status === 'rejected' ? String(each.reason) : 'sent')).join('\n'));
  }
  expect(await server.ended).toBe('SIGKILL');
  return acknowledged;
}

describe.each(ENGINES)('a server on %s that is killed while it publishes', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await makeDatabase(engine);
  });
  afterAll(async () => {
    await killServers();
    await database.remove();
  });

  test(
    'has after each restart all that it acknowledged, and gives no revision twice',
    async () => {
      const acknowledged = new Map<string, QualityEvent>();
      const revs = new Set<number>();
      for (let kill = 0; kill <= KILLS; kill++) {
        const server = await startServer({ ...database.environment, SAMPLE: 'on' });
        const { campaign, events } = await syncWith(server.url, '540000');
        for (const { id, rev, title } of acknowledged.values()) {
          const found = events.get(id);
          expect(found).toBeDefined();
          expect(found?.rev).toBeGreaterThanOrEqual(rev);
          if (found?.rev === rev) expect(found.title).toBe(title);
        }
        expect(new Set([...events.values()].map(({ rev }) => rev)).size).toBe(events.size);
        if (kill === KILLS) {
          server.kill('SIGTERM');
          expect(await server.ended).toBe(0);
          break;
        }
        for (const event of await publishAndKill(server, campaign?.id ?? '', kill)) {
          expect(revs.has(event.rev)).toBe(false);
          revs.add(event.rev);
          acknowledged.set(event.id, event);
        }
      }
      expect(revs.size).toBeGreaterThan(KILLS);
    },
    TEST_MS,
  );
});
