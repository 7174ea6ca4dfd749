import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { importContent } from './content/import-content';
import type { Database } from './db/database';
import { openDatabase } from './db/open';
import { CONTENT, makeApp, NOW, SLOW_MS, type Answer, type TestApp } from './testing/app';
import { makeDatabase, type TestDatabase } from './testing/database';
import { bodyOf } from './testing/content';
import { publishTo } from './testing/http-client';
import { killServers, startServer } from './testing/server-process';
import { startTcpProxy, type TcpProxy } from './testing/tcp-proxy';
import { waitUntil } from './testing/wait-until';

const TIMEOUTS = { connectMs: 300, statementMs: 400, silenceMs: 600 };
/** Every refusal comes within what the timeouts add up to, and service returns as soon. */
const BOUND_MS = 5_000;
const POOL_SIZE = 3;
const FEED = '/api/v1/feed?region=540000';

let made: TestDatabase;
let proxy: TcpProxy;
let database: Database;
let at: TestApp;
let lost: string[];
beforeEach(async () => {
  made = await makeDatabase('postgres');
  const url = new URL(made.environment.DATABASE_URL ?? '');
  proxy = await startTcpProxy(url.hostname, Number(url.port));
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  lost = [];
  database = await openDatabase(
    { url: url.href, poolSize: POOL_SIZE, timeouts: TIMEOUTS },
    { onConnectionLost: (code) => lost.push(code) },
  );
  await database.migrate();
  await importContent(database.db, CONTENT, NOW);
  at = await makeApp(database);
  await at.publish('e');
  await at.ask(FEED);
}, SLOW_MS);
afterEach(async () => {
  await proxy.heal();
  await at.app.close();
  await database.close();
  await proxy.close();
  await made.remove();
}, SLOW_MS);

const expectRefused = (answer: Answer): void => {
  expect([answer.status, answer.json(), answer.headers['retry-after']]).toEqual([
    503,
    expect.objectContaining({ code: 'unavailable' }),
    expect.stringMatching(/^\d+$/),
  ]);
};
const recovers = (): Promise<unknown> =>
  waitUntil(async () => {
    const answers = await Promise.all(Array.from({ length: 2 * POOL_SIZE }, () => at.ask('/api/v1/events/e')));
    const written = await at.publish('e', { title: `第${Math.trunc(performance.now())}版` });
    return answers.every(({ status }) => status === 200) && written.status === 200 ? true : undefined;
  }, BOUND_MS);
const onServer = async (text: string): Promise<void> => {
  const client = new Client({ connectionString: made.environment.DATABASE_URL });
  await client.connect();
  await client.query(text);
  await client.end();
};
/** As many transactions as the pool has connections, each in the midst of its work. */
const transactions = (seconds: number): Promise<PromiseSettledResult<unknown>[]> =>
  Promise.allSettled(
    Array.from({ length: POOL_SIZE }, () =>
      database.db.transaction((tx) => tx.execute(sql`select pg_sleep(${seconds})`)),
    ),
  );
const underWay = (): Promise<unknown> =>
  waitUntil(async () => {
    const client = new Client({ connectionString: made.environment.DATABASE_URL });
    await client.connect();
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%' and state = 'active'`,
    );
    await client.end();
    return rowCount === POOL_SIZE ? true : undefined;
  }, BOUND_MS);

test('sessions that are terminated in a transaction end no process', async () => {
  const working = transactions(0.3);
  await underWay();
  await onServer(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  expect((await working).map(({ status }) => status)).toEqual(Array(POOL_SIZE).fill('rejected'));
  await recovers();
  expect(lost.length).toBeGreaterThan(0);
});

test('connections that are cut in a transaction end no process', async () => {
  const working = transactions(0.3);
  await underWay();
  proxy.cut();
  expect((await working).map(({ status }) => status)).toEqual(Array(POOL_SIZE).fill('rejected'));
  await recovers();
});

test('while the database takes no connection, what is ready is served and the rest is refused', async () => {
  await proxy.refuse();
  expectRefused(await at.ask('/api/v1/events/e'));
  expectRefused(await at.publish('e', { title: '新题目' }));
  expectRefused(await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'device' } }));
  expectRefused(await at.ask('/readyz'));
  expect((await at.ask(FEED)).status).toBe(200);
  await proxy.heal();
  await recovers();
});

test('a network that swallows everything is noticed, and nothing of it stays', async () => {
  proxy.hang();
  const begun = performance.now();
  const answers = await Promise.all([
    ...Array.from({ length: 2 * POOL_SIZE }, () => at.ask('/api/v1/events/e')),
    at.publish('e', { title: '新题目' }),
  ]);
  answers.forEach(expectRefused);
  expect(performance.now() - begun).toBeLessThan(BOUND_MS);
  expect((await at.ask(FEED)).status).toBe(200);
  await proxy.heal();
  await recovers();
});

test('a pool that is used up refuses, and serves again', async () => {
  const working = transactions(0.35);
  await underWay();
  const more = transactions(0.35);
  expectRefused(await at.ask('/api/v1/events/e'));
  await Promise.all([working, more]);
  await recovers();
});

test('a statement that takes too long, and rows that somebody else holds, are refused', async () => {
  const holder = new Client({ connectionString: made.environment.DATABASE_URL });
  await holder.connect();
  await holder.query(`begin; select from campaign for update`);
  expectRefused(await at.publish('e', { title: '新题目' }));
  await holder.query('rollback');
  await holder.end();
  await recovers();
});

test('a database whose disk is full refuses writes, and takes them again when there is room', async () => {
  await onServer(`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
  await onServer('create trigger no_room before insert or update on event execute function no_room()');
  await onServer('create trigger no_room before insert on account execute function no_room()');
  expectRefused(await at.publish('e', { title: '新题目' }));
  expectRefused(await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'device' } }));
  expect((await at.ask('/api/v1/events/e')).status).toBe(200);
  await onServer('drop function no_room cascade');
  await recovers();
});

test('notifications come again after a black hole', async () => {
  proxy.hang();
  await waitUntil(() => Promise.resolve(lost.length > 0 ? true : undefined), BOUND_MS);
  await proxy.heal();
  await recovers();
  const listening = async (): Promise<true | undefined> => {
    const client = new Client({ connectionString: made.environment.DATABASE_URL });
    await client.connect();
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query ~ '^(listen|select 1$)'`,
    );
    await client.end();
    return rowCount === 0 ? undefined : true;
  };
  await waitUntil(listening, 3 * BOUND_MS);
});

test(
  'a server process lives through every session being ended, again and again, under load',
  async () => {
    const server = await startServer({ ...made.environment, SAMPLE: 'on' });
    let over = false;
    let acknowledged = 0;
    const work = async (worker: number): Promise<void> => {
      for (let index = 0; !over; index++) {
        const body = bodyOf({ title: `第${index}版` });
        await publishTo(server.url, `w-${worker}`, body).then(
          () => acknowledged++,
          () => undefined,
        );
      }
    };
    const working = [0, 1, 2, 3].map(work);
    for (let round = 0; round < 12; round++) {
      const before = acknowledged;
      await waitUntil(() => Promise.resolve(acknowledged > before ? true : undefined), SLOW_MS);
      await onServer(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
    }
    over = true;
    await Promise.all(working);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await killServers();
  },
  SLOW_MS * 2,
);
