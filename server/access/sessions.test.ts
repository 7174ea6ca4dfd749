import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { SessionAnswerSchema, type SessionAnswer } from '../../domain/account';
import { DAY_MS } from '../../domain/time/time';
import { account, session } from '../db/account-schema';
import { NOW, type TestApp } from '../testing/app';
import { Encryptor } from '../crypto/encryptor';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';
import { startFakeWechat, type FakeWechat } from '../testing/fake-wechat';
import { logInWithWechat } from './wechat-login';
import { purgeSessions } from './sessions';

const post = (at: TestApp, payload: unknown) =>
  at.ask({ method: 'POST', url: '/api/v1/sessions', payload: payload as object });
const logIn = async (at: TestApp, payload: unknown = { kind: 'device' }): Promise<SessionAnswer> =>
  v.parse(SessionAnswerSchema, (await post(at, payload)).json());
const logOut = (at: TestApp, token: string) =>
  at.ask({ method: 'DELETE', url: '/api/v1/sessions/current', headers: { authorization: `Bearer ${token}` } });

describe.each(ENGINES)('sessions on %s', (engine) => {
  const testServer = useTestServer(engine);
  let wechat: FakeWechat;
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = NOW;
    wechat = await startFakeWechat();
    at = await testServer.openFresh({ now: () => now, config: { wechat: wechat.config } });
  });
  afterEach(async () => {
    await wechat.close();
  });

  test('a device gets an account of its own, and only the digest of its token is stored', async () => {
    const [one, other] = [await logIn(at), await logIn(at)];
    expect(one.account.id).not.toBe(other.account.id);
    const stored = JSON.stringify(await testServer.database.db.select().from(session));
    expect(stored).not.toContain(one.token);
    expect((await post(at, { kind: 'device' })).headers['cache-control']).toBe('no-store');
  });

  test('a token opens nothing once it is revoked; the other device keeps its own', async () => {
    wechat.codes.set('c1', 'openid-of-wang').set('c2', 'openid-of-wang');
    const [phone, tablet] = [
      await logIn(at, { kind: 'wechat', code: 'c1' }),
      await logIn(at, { kind: 'wechat', code: 'c2' }),
    ];
    expect((await logOut(at, phone.token)).status).toBe(204);
    expect((await logOut(at, phone.token)).json()).toMatchObject({ status: 401, code: 'unauthorized' });
    expect((await logOut(at, tablet.token)).status).toBe(204);
  });

  test.each([
    ['none', {}],
    ['another scheme', { authorization: 'Basic abc' }],
    ['no token', { authorization: 'Bearer ' }],
    ['a made-up one', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['a very long one', { authorization: `Bearer ${'A'.repeat(8000)}` }],
  ])('token: %s', async (_, headers) => {
    const answer = await at.ask({ method: 'DELETE', url: '/api/v1/sessions/current', headers });
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(answer.json()).toMatchObject({ code: 'unauthorized' });
  });

  test('a session ends when it is long unused, and lives on while it is used', async () => {
    const { token } = await logIn(at);
    const use = () => at.ask({ url: '/api/v1/sign-ups', headers: { authorization: `Bearer ${token}` } });
    now += 300 * DAY_MS;
    expect((await use()).status).not.toBe(401);
    now += 300 * DAY_MS;
    expect((await use()).status).not.toBe(401);
    now += 401 * DAY_MS;
    expect((await use()).status).toBe(401);
    await testServer.database.db.transaction((tx) => purgeSessions(tx, now));
    expect(await testServer.database.db.select().from(session)).toEqual([]);
  });

  test('WeChat names the person: the same account each time, whose name is sealed', async () => {
    wechat.codes.set('c1', 'openid-of-wang').set('c2', 'openid-of-wang').set('c3', 'openid-of-li');
    const first = await logIn(at, { kind: 'wechat', code: 'c1' });
    const again = await logIn(at, { kind: 'wechat', code: 'c2' });
    const other = await logIn(at, { kind: 'wechat', code: 'c3' });
    expect(again.account.id).toBe(first.account.id);
    expect(again.token).not.toBe(first.token);
    expect(other.account.id).not.toBe(first.account.id);
    const [row] = await testServer.database.db.select().from(account).where(eq(account.id, first.account.id));
    expect(JSON.stringify(row)).not.toContain('openid-of-wang');
  });

  test('after the keys were rotated a login seals the name anew', async () => {
    wechat.codes.set('c1', 'openid-of-wang').set('c2', 'openid-of-wang');
    const { account: first } = await logIn(at, { kind: 'wechat', code: 'c1' });
    const encryptor = new Encryptor([{ id: 'newer', key: Buffer.alloc(32, 2) }]);
    const rotated = await testServer.openOther({ now: () => now, encryptor, config: { wechat: wechat.config } });
    const again = await logIn(rotated, { kind: 'wechat', code: 'c2' });
    expect(again.account.id).toBe(first.id);
    const headers = { authorization: `Bearer ${again.token}` };
    const me = await rotated.ask({ url: '/api/v1/me', headers });
    expect(me.json()).toMatchObject({ account: { openid: 'openid-of-wang' } });
  });

  test('two logins of one person at once make one account', async () => {
    const codes = ['c1', 'c2', 'c3', 'c4'];
    for (const code of codes) wechat.codes.set(code, 'openid-of-wang');
    const all = await Promise.all(codes.map((code) => logIn(at, { kind: 'wechat', code })));
    expect(new Set(all.map((each) => each.account.id)).size).toBe(1);
  });

  test('a code that was used, or never was one', async () => {
    wechat.codes.set('c1', 'openid-of-wang');
    await logIn(at, { kind: 'wechat', code: 'c1' });
    for (const code of ['c1', 'nobody']) {
      const answer = await post(at, { kind: 'wechat', code });
      expect(answer.json()).toMatchObject({ status: 401, code: 'wechat-code-invalid' });
      expect(answer.headers['www-authenticate']).toBeUndefined();
    }
  });

  test.each([
    ['busy', -1],
    ['a frequency limit of ours', 45009],
    ['a proxy’s page', 'page'],
  ] as const)('WeChat is down (%s): said so, and the next try works', async (_, trouble) => {
    wechat.codes.set('c1', 'openid-of-wang');
    wechat.instead.push(trouble);
    expect((await post(at, { kind: 'wechat', code: 'c1' })).json()).toMatchObject({
      status: 503,
      code: 'wechat-unavailable',
    });
    expect((await post(at, { kind: 'wechat', code: 'c1' })).status).toBe(201);
  });

  test('not a mini-program’s server', async () => {
    const plain = await testServer.openFresh();
    expect((await post(plain, { kind: 'wechat', code: 'c1' })).json()).toMatchObject({ code: 'wechat-off' });
  });

  test.each([
    [{}, [{ path: 'kind', code: 'required' }]],
    [{ kind: 'apple' }, [{ path: 'kind', code: 'invalid' }]],
    [{ kind: 'device', id: 'x' }, [{ path: 'id', code: 'unknown-field' }]],
    [{ kind: 'wechat', code: '' }, [{ path: 'code', code: 'required' }]],
  ])('refuses %j', async (payload, errors) => {
    const answer = await post(at, payload);
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-input', errors: [{ path: errors[0]?.path }] });
  });
});

test('WeChat that does not answer, or is not there, is given up in time', async () => {
  const wechat = await startFakeWechat();
  wechat.codes.set('c1', 'openid');
  wechat.instead.push('silence');
  expect(await logInWithWechat(wechat.config, 'c1', 50)).toEqual({ ok: false, code: 'wechat-unavailable' });
  await wechat.close();
  expect(await logInWithWechat(wechat.config, 'c1', 50)).toEqual({ ok: false, code: 'wechat-unavailable' });
});
