import { spawnSync } from 'node:child_process';
import { Client } from 'pg';
import { openDatabase } from '../db/open';
import { SAMPLE_ORGANISATIONS } from '../organisations/sample-organisations';
import { organisation } from '../db/organisation-schema';
import { builtProgram } from '../testing/built-server';
import { ENGINES, makeDatabase, type TestDatabase } from '../testing/database';
import { killServers, PII_KEYS, startServer } from '../testing/server-process';
import { waitUntil } from '../testing/wait-until';

const TEST_MS = 180_000;
const SOON_MS = 5_000;
const SECRET = '[A-Za-z0-9_-]{43}';
const PRODUCTION = { NODE_ENV: 'production', PII_KEYS, HANDLER_NAME: '市局', HANDLER_CONTACT: '0891-0000000' };

const made: TestDatabase[] = [];
afterEach(async () => {
  await killServers();
  await Promise.all(made.splice(0).map((database) => database.remove()));
}, TEST_MS);

async function make(engine: 'embedded' | 'postgres'): Promise<TestDatabase> {
  const database = await makeDatabase(engine);
  made.push(database);
  return database;
}

const run = (program: 'organisation' | 'audit', environment: object, ...args: string[]) => {
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram(program), ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** The secret in what was printed. */
const secretIn = (text: string): string => new RegExp(`/console/invitation/(${SECRET})`).exec(text)?.[1] ?? '';

const look = async (url: string, secret: string): Promise<unknown> =>
  (await fetch(`${url}/api/v1/invitations/${secret}`)).json();

test.each(ENGINES)(
  'A3: the command line makes the first organisation, and its link opens the console, on %s',
  async (engine) => {
    const { environment } = await make(engine);
    const created = run('organisation', environment, 'create', '--name', '西藏自治区局', '--region', '540000');
    expect([created.status, created.stderr]).toEqual([0, '']);
    const [, id = ''] = / · ([0-9a-f-]{36})\n/.exec(created.stdout) ?? [];
    const again = run('organisation', environment, 'invite', '--id', id);
    expect(run('audit', environment, 'verify').status).toBe(0);
    const server = await startServer(environment);
    for (const { stdout } of [created, again]) {
      expect(await look(server.url, secretIn(stdout))).toEqual({
        organisation: { name: '西藏自治区局', region: '540000' },
        role: 'admin',
      });
    }
  },
  TEST_MS,
);

test(
  'what cannot be done is said in a line',
  async () => {
    const { environment } = await make('postgres');
    for (const args of [
      [],
      ['make'],
      ['create', '--name', '局'],
      ['create', '--name', '局', '--region', '549999'],
      ['create', '--nam', '局'],
      ['invite', '--id', 'x'],
      ['invite', '--id', '5a540000-0000-4000-8000-0000000000ff'],
    ]) {
      const { status, stdout, stderr } = run('organisation', environment, ...args);
      expect([args, status, stdout, stderr === '']).toEqual([args, 1, '', false]);
      expect(stderr).not.toContain('    at ');
    }
    expect(run('audit', environment).status).toBe(1);
  },
  TEST_MS,
);

test(
  'A7: `audit verify` fails where a row was changed',
  async () => {
    const { environment } = await make('postgres');
    run('organisation', environment, 'create', '--name', '局', '--region', '540000');
    expect(run('audit', environment, 'verify').stdout).toContain('操作记录完整');
    const client = new Client({ connectionString: environment.DATABASE_URL });
    await client.connect();
    await expect(client.query(`update audit set act = 'signed-in'`)).rejects.toThrow('append-only');
    await client.query('alter table audit disable trigger user');
    await client.query(`update audit set act = 'signed-in' where seq = 1`);
    await client.end();
    const { status, stderr } = run('audit', environment, 'verify');
    expect([status, stderr]).toEqual([1, expect.stringContaining('(1)')]);
  },
  TEST_MS,
);

test(
  'a trial prints one link into the sample organisation, each start a new one; production has neither',
  async () => {
    const { environment, options } = await make('postgres');
    const trial = { ...environment, SAMPLE: 'on' };
    const start = async (): Promise<{ url: string; secret: string; stop: () => Promise<unknown> }> => {
      const { url, output, kill, ended } = await startServer(trial);
      await waitUntil(() => Promise.resolve(secretIn(output()) || undefined), SOON_MS);
      return { url, secret: secretIn(output()), stop: () => (kill('SIGTERM'), ended) };
    };
    const first = await start();
    expect(await look(first.url, first.secret)).toMatchObject({ organisation: { region: '540000' }, role: 'admin' });
    await first.stop();
    const second = await start();
    expect(await look(second.url, first.secret)).toMatchObject({ code: 'invite-gone' });
    expect(await look(second.url, second.secret)).toMatchObject({
      organisation: { name: SAMPLE_ORGANISATIONS[0].name },
    });
    await second.stop();
    const production = await startServer({ ...environment, ...PRODUCTION, SAMPLE: 'on' });
    expect(await look(production.url, second.secret)).toMatchObject({ code: 'invite-gone' });
    expect(production.output()).not.toContain('/console/');
    const database = await openDatabase(options, { onConnectionLost: () => undefined });
    const rows = await database.db.select({ state: organisation.state }).from(organisation);
    await database.close();
    expect(rows.map(({ state }) => state)).toEqual(SAMPLE_ORGANISATIONS.map(() => 'closed'));
  },
  TEST_MS,
);
