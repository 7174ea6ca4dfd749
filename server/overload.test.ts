import type { AddressInfo } from 'node:net';
import { openDatabase } from './db/open';
import { importContent } from './content/import-content';
import { CONTENT, makeApp, NOW, SLOW_MS } from './testing/app';
import { makeDatabase } from './testing/database';
import { useTestServer } from './testing/test-server';
import { waitUntil } from './testing/wait-until';

const FEED = '/api/v1/feed?region=540000';
const UNAVAILABLE = { status: 503, code: 'unavailable' };
const MB = 1024 * 1024;

const hold = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

/** Holds up the timers for a sample and more, so that what was measured is the mean of several stretches. */
async function holdTimers(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    hold(200);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('a process that cannot keep up', () => {
  const testServer = useTestServer('embedded');

  test(
    'takes work right after a start, which held up its timers',
    async () => {
      const at = await testServer.openFresh({ mostDelayMs: 100 });
      await at.publish('e');
      await holdTimers();
      await at.app.listen({ port: 0, host: '127.0.0.1' });
      expect((await at.ask('/api/v1/events/e')).status).toBe(200);
    },
    SLOW_MS,
  );

  test(
    'refuses work, goes on sending what is ready, and takes work again',
    async () => {
      const at = await testServer.openFresh({ mostDelayMs: 100 });
      await at.publish('e');
      await at.app.listen({ port: 0, host: '127.0.0.1' });
      const origin = `http://127.0.0.1:${(at.app.server.address() as AddressInfo).port}`;
      await waitUntil(async () => ((await fetch(`${origin}${FEED}`)).status === 200 ? true : undefined), SLOW_MS);
      const refused = await waitUntil(async () => {
        await holdTimers();
        const answer = await at.ask('/api/v1/events/e');
        return answer.status === 503 ? answer : undefined;
      }, SLOW_MS);
      expect([refused.json(), refused.headers['retry-after']]).toEqual([expect.objectContaining(UNAVAILABLE), '5']);
      expect((await fetch(`${origin}${FEED}`)).status).toBe(200);
      expect((await at.ask('/healthz')).status).toBe(200);
      // A file of a build; a page that lacks one stays empty.
      expect((await at.ask('/api/docs/static/swagger-ui.css')).status).toBe(200);
      await waitUntil(async () => ((await at.ask('/api/v1/events/e')).status === 200 ? true : undefined), SLOW_MS);
    },
    SLOW_MS,
  );
});

test(
  'an embedded database on a disk that is nearly full is read, not written, until there is room',
  async () => {
    const { options, remove } = await makeDatabase('embedded');
    if (!('dataDir' in options)) throw new Error('no folder');
    let free = 1_000 * MB;
    const heard: boolean[] = [];
    const database = await openDatabase(
      { ...options, readFree: () => free },
      {
        onConnectionLost: () => undefined,
        onRoomChanged: (hasRoom) => heard.push(hasRoom),
      },
    );
    await importContent(database.db, CONTENT, NOW);
    const at = await makeApp(database);
    await at.publish('e');
    free = 10 * MB;
    const refused = await waitUntil(async () => {
      const answer = await at.publish('e', { title: '新题目' });
      return answer.status === 503 ? answer : undefined;
    }, SLOW_MS);
    expect([refused.json(), refused.headers['retry-after']]).toEqual([expect.objectContaining(UNAVAILABLE), '3']);
    expect((await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'device' } })).status).toBe(503);
    expect([(await at.ask(FEED)).status, (await at.ask('/api/v1/events/e')).status]).toEqual([200, 200]);
    free = 1_000 * MB;
    await waitUntil(
      async () => ((await at.publish('e', { title: '再改' })).status === 200 ? true : undefined),
      SLOW_MS,
    );
    expect(heard).toEqual([false, true]);
    await at.app.close();
    await database.close();
    await remove();
  },
  SLOW_MS,
);
