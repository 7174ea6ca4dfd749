import { request, type ClientRequest } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { bodyOf } from './testing/content';
import { makeDatabase, type TestDatabase } from './testing/database';
import { publishTo, syncWith } from './testing/http-client';
import { killServers, runServer, startServer } from './testing/server-process';
import { TOKEN } from './testing/app';
import { waitUntil } from './testing/wait-until';

const TEST_MS = 120_000;
/** docs/rules.md: a change through one process is in the other's feed within two seconds. */
const SOON_MS = 2_000;

const made: TestDatabase[] = [];
async function make(engine: 'embedded' | 'postgres'): Promise<TestDatabase> {
  const database = await makeDatabase(engine);
  made.push(database);
  return database;
}
afterEach(async () => {
  await killServers();
  await Promise.all(made.splice(0).map((database) => database.remove()));
}, TEST_MS);

test(
  'as `npm start` runs it, a server has its content and the browser app, and ends when it is told to',
  async () => {
    const { environment } = await make('embedded');
    const server = await startServer({ ...environment, SAMPLE: 'on' }, ['scripts/start.mjs']);
    expect((await syncWith(server.url, '540000')).campaign?.sample).toBe(true);
    expect(await (await fetch(server.url)).text()).toContain('<title>');
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  },
  TEST_MS,
);

describe('two processes on one PostgreSQL', () => {
  test(
    'start together on an empty database, and show each other’s changes soon',
    async () => {
      const { environment } = await make('postgres');
      const trial = { ...environment, SAMPLE: 'on' };
      const [one, two] = await Promise.all([startServer(trial), startServer(trial)]);
      const [before, same] = await Promise.all([syncWith(one.url, '540000'), syncWith(two.url, '540000')]);
      expect(same).toEqual(before);
      expect(before.campaign?.sample).toBe(true);
      const campaign = before.campaign?.id ?? '';
      for (const [from, to] of [
        [one, two],
        [two, one],
      ] as const) {
        const id = `from-${from.pid}`;
        await publishTo(from.url, id, bodyOf({ campaign, programmeId: 't058' }));
        await waitUntil(async () => (await syncWith(to.url, '540000', before)).events.get(id), SOON_MS);
        expect((await syncWith(from.url, '540000', before)).events.has(id)).toBe(true);
      }
    },
    TEST_MS,
  );

  test(
    'survive that the database drops every connection, and still show each other’s changes soon',
    async () => {
      const { environment } = await make('postgres');
      const trial = { ...environment, SAMPLE: 'on' };
      const [one, two] = [await startServer(trial), await startServer(trial)];
      const before = await syncWith(one.url, '540000');
      const campaign = before.campaign?.id ?? '';
      const admin = new Client({ connectionString: environment.DATABASE_URL });
      await admin.connect();
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await admin.end();
      await waitUntil(async () => ((await fetch(`${one.url}/readyz`)).ok ? true : undefined), TEST_MS);
      await publishTo(one.url, 'after', bodyOf({ campaign, programmeId: 't058' }));
      await waitUntil(async () => (await syncWith(two.url, '540000', before)).events.get('after'), SOON_MS);
    },
    TEST_MS,
  );
});

describe('a second process on one data folder', () => {
  test(
    'is refused in one line, and takes over at once when the first was killed',
    async () => {
      const { environment } = await make('embedded');
      const first = await startServer(environment);
      const second = await runServer(environment);
      expect(second.ended).toBe(1);
      expect(second.output.trim()).toMatch(
        /^数据目录正被另一个进程使用 \/ the data folder is in use by another process .*$/,
      );
      expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
      first.kill('SIGKILL');
      await first.ended;
      const third = await startServer(environment);
      expect((await fetch(`${third.url}/readyz`)).status).toBe(200);
    },
    TEST_MS,
  );
});

describe('a start that cannot be', () => {
  test(
    'says why in one line',
    async () => {
      const { environment } = await make('embedded');
      const { url } = await startServer(environment);
      const port = new URL(url).port;
      const other = await make('embedded');
      for (const [change, line] of [
        [{ ...other.environment, PORT: port }, new RegExp(`^端口 ${port} 已被占用，.* / port ${port} is taken.*$`)],
        [{ ...other.environment, PORT: 'eighty' }, /^环境变量有误 \/ bad setting: PORT must be a whole number .*$/],
        [
          { ...other.environment, PUBLISHER_TOKEN: 'short' },
          /^环境变量有误 \/ bad setting: PUBLISHER_TOKEN must be .*$/,
        ],
        [{ DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' }, /^无法连接 DATABASE_URL .* \(ECONNREFUSED\)$/],
      ] as const) {
        const { ended, output } = await runServer(change);
        expect([output.trim(), ended]).toEqual([expect.stringMatching(line), 1]);
      }
    },
    TEST_MS,
  );
});

test(
  'a failure of our own names the source that it arose in, not the built file',
  async () => {
    const { environment } = await make('embedded');
    const { ended, output } = await runServer({ ...environment, GUIDE_12315: 'not-there.json' });
    expect(ended).toBe(1);
    expect(output).toMatch(/server\/content\/set-up\.ts:\d+/);
    expect(output).not.toContain('server.js');
  },
  TEST_MS,
);

describe('a server that is asked to stop', () => {
  const body = JSON.stringify(bodyOf({ programmeId: 't058' }));
  /** A request whose body has arrived in part. */
  const begin = (url: string): { call: ClientRequest; status: Promise<number | undefined> } => {
    const call = request(`${url}/api/v1/events/under-way`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    call.write(body.slice(0, 10));
    const status = new Promise<number | undefined>((resolve) => {
      call.on('error', () => {
        resolve(undefined);
      });
      call.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    return { call, status };
  };
  const refuses = (url: string): Promise<true | undefined> =>
    fetch(`${url}/readyz`, { headers: { connection: 'close' } }).then(
      () => undefined,
      () => true,
    );
  /** The bytes are on their way before the next request is answered on another connection. */
  const settle = (url: string): Promise<unknown> => fetch(`${url}/healthz`);

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s finishes what is under way, takes nothing new, and leaves no lock',
    async (signal) => {
      const { environment } = await make('embedded');
      const server = await startServer(environment);
      const { call, status } = begin(server.url);
      await settle(server.url);
      server.kill(signal);
      await waitUntil(() => refuses(server.url), TEST_MS);
      call.end(body.slice(10));
      expect(await status).toBe(400);
      expect(await server.ended).toBe(0);
      expect(existsSync(join(environment.DATA_DIR ?? '', 'server.lock'))).toBe(false);
    },
    TEST_MS,
  );

  test(
    'twice ends at once',
    async () => {
      const { environment } = await make('embedded');
      const server = await startServer(environment);
      const { call } = begin(server.url);
      await settle(server.url);
      const ended = server.ended.then((how) => ({ how }));
      const started = performance.now();
      await waitUntil(async () => {
        server.kill('SIGTERM');
        return Promise.race([ended, Promise.resolve(undefined)]);
      }, TEST_MS);
      expect(await server.ended).toBe(1);
      expect(performance.now() - started).toBeLessThan(9_000);
      call.destroy();
    },
    TEST_MS,
  );
});
