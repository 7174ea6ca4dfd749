import { eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import * as v from 'valibot';
import { PROOF_MS, SESSION_IDLE_MS, SESSION_MS } from '../../domain/organisation/staff-policy';
import { MINUTE_MS } from '../../domain/time/time';
import { member as memberTable, staffSession } from '../db/staff-schema';
import { NOW, type Answer, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { cookieOf, newMember, newOrganisation, ORIGIN, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

const SecretSchema = v.object({ secret: v.string(), uri: v.string() });
const CodesSchema = v.object({ recoveryCodes: v.array(v.string()) });
const SessionsSchema = v.object({
  sessions: v.array(v.object({ id: v.string(), current: v.boolean(), device: v.string() })),
});

describe.each(ENGINES)('A4: signing in, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let org: string;
  let member: StaffClient;
  const open = async (config: Parameters<typeof testServer.openFresh>[0] = {}): Promise<void> => {
    at = await testServer.openFresh({ now: () => now, ...config });
    org = await newOrganisation(testServer.database.db, '540100');
    member = await newMember(at, testServer.database.db, org, 'admin', { login: 'Dawa.Office' });
  };
  beforeEach(async () => {
    now = NOW;
    await open({ config: { trustProxy: 1 } });
  });

  const signIn = (body: object, headers: Readonly<Record<string, string>> = { origin: ORIGIN }): Promise<Answer> =>
    at.ask({ method: 'POST', url: '/api/v1/staff/sessions', headers, payload: body });
  const codeOf = (answer: Answer): unknown => [answer.status, (answer.json() as { code: string }).code];
  const right = { login: 'dawa.office', password: PASSWORD };

  async function setUpCodes(): Promise<{ codeAt: (when: number) => string; recovery: readonly string[] }> {
    const { secret, uri } = v.parse(SecretSchema, (await member.ask('POST', 'staff/second-factor')).json());
    expect(uri).toContain(`secret=${secret}`);
    const codeAt = (when: number): string => new TOTP({ secret, period: 30 }).generate({ timestamp: when });
    const confirmed = await member.ask('POST', 'staff/second-factor/confirm', { code: codeAt(now) });
    const { recoveryCodes: recovery } = v.parse(CodesSchema, confirmed.json());
    return { codeAt, recovery };
  }

  test('the session is a cookie that no script reads and no other site sends', async () => {
    const answer = await signIn(right);
    expect(answer.status).toBe(201);
    expect(answer.json()).toEqual({
      member: { id: member.id, name: '丹增' },
      organisations: [{ id: org, name: '机构 540100', region: '540100', role: 'admin' }],
      secondFactor: false,
    });
    const cookie = String(answer.headers['set-cookie']);
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/api', 'Max-Age=43200']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const secure = await signIn(right, { origin: 'https://localhost:80', 'x-forwarded-proto': 'https' });
    expect(String(secure.headers['set-cookie'])).toContain('Secure');
    const [row] = await testServer.database.db.select().from(staffSession);
    expect(JSON.stringify(row)).not.toContain(cookieOf(answer).slice('staff='.length));
  });

  test('the login in any case; a wrong password, a wrong login and no login at all fail alike', async () => {
    expect((await signIn({ ...right, login: ' DAWA.office ' })).status).toBe(201);
    const answers = [
      await signIn({ ...right, password: 'yak butter lamp 5' }),
      await signIn({ ...right, login: 'nobody.here' }),
      await signIn({ ...right, login: '不是登录名 \u0000' }),
    ];
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([401, answers[0]?.text]);
  });

  test('a member without a password, as the sample has them, never gets in', async () => {
    await testServer.database.db.update(memberTable).set({ passwordHash: null }).where(eq(memberTable.id, member.id));
    for (const password of ['null', 'undefined', PASSWORD]) {
      expect(codeOf(await signIn({ ...right, password }))).toEqual([401, 'sign-in-failed']);
    }
    expect((await signIn({ ...right, password: '' })).status).toBe(400);
  });

  test('failures are followed by growing delays, for a login that nobody has too', async () => {
    for (const login of ['dawa.office', 'nobody.here']) {
      const from = (address: string): Record<string, string> => ({ origin: ORIGIN, 'x-forwarded-for': address });
      const wrong = { login, password: 'yak butter lamp 5' };
      for (let count = 0; count < 5; count += 1) {
        expect(codeOf(await signIn(wrong, from(`203.0.113.${count}`)))).toEqual([401, 'sign-in-failed']);
      }
      const refused = await signIn({ ...wrong, password: PASSWORD }, from('203.0.113.9'));
      expect(codeOf(refused)).toEqual([429, 'too-many-requests']);
      expect(refused.headers['retry-after']).toBe('1');
      now += 1_000;
      expect(codeOf(await signIn(wrong, from('203.0.113.9')))).toEqual([401, 'sign-in-failed']);
      expect((await signIn(wrong, from('203.0.113.9'))).headers['retry-after']).toBe('2');
    }
    now += 15 * MINUTE_MS;
    expect((await signIn(right)).status).toBe(201);
    // Forgotten: there are five tries again.
    for (let count = 0; count < 5; count += 1) await signIn({ ...right, password: 'x' });
    expect((await signIn(right)).status).toBe(429);
  });

  test('one address that tries many logins is slowed down as well', async () => {
    for (let count = 0; count < 20; count += 1) await signIn({ login: `guess-${count}`, password: 'x' });
    expect(codeOf(await signIn(right))).toEqual([429, 'too-many-requests']);
    expect((await signIn(right, { origin: ORIGIN, 'x-forwarded-for': '198.51.100.1' })).status).toBe(201);
  });

  test('many guesses at once get no more than one after the other', async () => {
    const guesses = Array.from({ length: 20 }, (_, index) => signIn({ ...right, password: `guess ${index}` }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  test('a session ends after twelve hours, and after two without use', async () => {
    const isIn = async (): Promise<boolean> => (await member.ask('GET', 'staff/me')).status === 200;
    now = NOW + SESSION_IDLE_MS - 1;
    expect(await isIn()).toBe(true);
    for (; now < NOW + SESSION_MS - MINUTE_MS; now += SESSION_IDLE_MS - MINUTE_MS) expect(await isIn()).toBe(true);
    now = NOW + SESSION_MS;
    expect(await isIn()).toBe(false);
    member.cookie = cookieOf(await signIn(right));
    now += SESSION_IDLE_MS;
    expect(await isIn()).toBe(false);
  });

  test.each([
    ['none', { origin: undefined }, 403],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port of the same host', { origin: 'http://localhost:81' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['our own', { origin: ORIGIN }, 204],
  ])('a write with the cookie, origin: %s', async (_, headers, status) => {
    expect((await member.ask('DELETE', 'staff/sessions/current', undefined, headers)).status).toBe(status);
    expect((await member.ask('GET', 'staff/me', undefined, headers)).status).toBe(status === 204 ? 401 : 200);
  });

  test('a page elsewhere signs nobody in', async () => {
    expect(codeOf(await signIn(right, { origin: 'https://evil.example' }))).toEqual([403, 'origin-refused']);
  });

  test('a fresh proof lasts five minutes, and tries at it count', async () => {
    const invite = (): Promise<Answer> => member.ask('POST', `organisations/${org}/invitations`, { role: 'viewer' });
    now += PROOF_MS - 1;
    expect((await invite()).status).toBe(201);
    now += 1;
    expect(codeOf(await invite())).toEqual([403, 'proof-required']);
    expect(codeOf(await member.ask('POST', 'staff/proof', { password: 'wrong' }))).toEqual([401, 'sign-in-failed']);
    expect((await invite()).status).toBe(403);
    expect((await member.ask('POST', 'staff/proof', { password: PASSWORD })).status).toBe(204);
    expect((await invite()).status).toBe(201);
    for (let count = 0; count < 5; count += 1) await member.ask('POST', 'staff/proof', { password: 'wrong' });
    expect((await member.ask('POST', 'staff/proof', { password: PASSWORD })).status).toBe(429);
  });

  test('sessions are listed, and can be ended: one’s own only', async () => {
    const other = await newMember(at, testServer.database.db, org, 'viewer');
    const second = cookieOf(await signIn(right, { origin: ORIGIN, 'user-agent': 'Mozilla (Windows) Chrome/1' }));
    const list = async () => v.parse(SessionsSchema, (await member.ask('GET', 'staff/sessions')).json()).sessions;
    const sessions = await list();
    expect(sessions.map(({ current, device }) => [current, device]).sort()).toEqual([
      [false, 'Chrome · Windows'],
      [true, ''],
    ]);
    const [foreign] = sessions.filter(({ current }) => !current);
    const path = `staff/sessions/${foreign?.id ?? ''}`;
    expect((await other.ask('DELETE', path)).status).toBe(404);
    expect((await member.ask('DELETE', path)).status).toBe(204);
    expect((await member.ask('DELETE', path)).status).toBe(404);
    expect((await member.ask('GET', 'staff/me', undefined, { cookie: second })).status).toBe(401);
    expect(await list()).toHaveLength(1);
  });

  test('the password is changed with the old one; other sessions end', async () => {
    const second = cookieOf(await signIn(right));
    const change = (password: string, next: string) => member.ask('PUT', 'staff/password', { password, next });
    expect(codeOf(await change('wrong', 'snow on the pass 9'))).toEqual([401, 'sign-in-failed']);
    const weak = await change(PASSWORD, 'Password2026');
    expect(weak.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: 'next', code: 'common-password' }] });
    expect((await change(PASSWORD, 'snow on the pass 9')).status).toBe(204);
    expect((await member.ask('GET', 'staff/me')).status).toBe(200);
    expect((await member.ask('GET', 'staff/me', undefined, { cookie: second })).status).toBe(401);
    expect((await signIn(right)).status).toBe(401);
    expect((await signIn({ ...right, password: 'snow on the pass 9' })).status).toBe(201);
  });

  describe('with a second factor', () => {
    test('password and code; a code counts once, and for a minute and a half', async () => {
      const { codeAt } = await setUpCodes();
      expect(codeOf(await signIn(right))).toEqual([401, 'code-required']);
      // The code that confirmed the secret is used up.
      expect(codeOf(await signIn({ ...right, code: codeAt(now) }))).toEqual([401, 'sign-in-failed']);
      now += 60_000;
      const code = codeAt(now);
      expect((await signIn({ ...right, code })).status).toBe(201);
      expect((await signIn({ ...right, code })).status).toBe(401);
      now += 60_000;
      expect((await signIn({ ...right, code: codeAt(now - 60_000) })).status).toBe(401);
      expect((await signIn({ ...right, code: codeAt(now + 30_000) })).status).toBe(201);
      expect(codeOf(await signIn({ ...right, password: 'x', code: codeAt(now) }))).toEqual([401, 'sign-in-failed']);
    });

    test('of two who use one code at the same moment one gets in', async () => {
      const { codeAt } = await setUpCodes();
      now += 60_000;
      const code = codeAt(now);
      const tries = await Promise.all(Array.from({ length: 4 }, () => signIn({ ...right, code })));
      expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
    });

    test('a recovery code, in whatever form it is typed, once', async () => {
      const { recovery } = await setUpCodes();
      expect(recovery).toHaveLength(10);
      const code = (recovery[3] ?? '').toLowerCase().replace('-', ' ');
      expect((await signIn({ ...right, code })).status).toBe(201);
      expect((await signIn({ ...right, code })).status).toBe(401);
      expect((await signIn({ ...right, code: 'AAAAA-AAAAA' })).status).toBe(401);
    });

    test('a secret in use is replaced by another once a code of that one was right, not before', async () => {
      const { codeAt, recovery } = await setUpCodes();
      const { secret } = v.parse(SecretSchema, (await member.ask('POST', 'staff/second-factor')).json());
      const nextCodeAt = (when: number): string => new TOTP({ secret, period: 30 }).generate({ timestamp: when });
      const confirm = (code: string) => member.ask('POST', 'staff/second-factor/confirm', { code });
      now += 60_000;
      expect((await signIn({ ...right, code: codeAt(now) })).status).toBe(201);
      expect((await signIn({ ...right, code: nextCodeAt(now) })).status).toBe(401);
      expect((await confirm(nextCodeAt(now))).status).toBe(201);
      now += 60_000;
      expect((await signIn({ ...right, code: codeAt(now) })).status).toBe(401);
      expect((await signIn({ ...right, code: recovery[0] ?? '' })).status).toBe(401);
      expect((await signIn({ ...right, code: nextCodeAt(now) })).status).toBe(201);
    });

    test('a code is a proof too', async () => {
      const { codeAt } = await setUpCodes();
      now += PROOF_MS;
      expect((await member.ask('DELETE', 'staff/second-factor')).status).toBe(403);
      expect((await member.ask('POST', 'staff/proof', { code: codeAt(now) })).status).toBe(204);
      expect((await member.ask('DELETE', 'staff/second-factor')).status).toBe(204);
      expect((await signIn(right)).status).toBe(201);
    });

    test('a secret that no code confirmed asks nobody for one', async () => {
      await member.ask('POST', 'staff/second-factor');
      expect(codeOf(await member.ask('POST', 'staff/second-factor/confirm', { code: '000000' }))).toEqual([
        400,
        'wrong-code',
      ]);
      expect((await signIn(right)).status).toBe(201);
    });
  });

  test('where it is compulsory, admins and editors do nothing before it is set up', async () => {
    await open({ config: { secondFactorRequired: true } });
    const { db } = testServer.database;
    const viewer = await newMember(at, db, org, 'viewer');
    const editor = await newMember(at, db, org, 'editor');
    const below = (client: StaffClient) => client.ask('GET', `organisations/${org}/organisations`);
    expect((await below(viewer)).status).toBe(200);
    for (const client of [member, editor]) expect(codeOf(await below(client))).toEqual([403, 'second-factor-required']);
    expect((await member.ask('GET', 'staff/me')).json()).toMatchObject({ secondFactorRequired: true });
    await setUpCodes();
    expect((await below(member)).status).toBe(200);
    expect(codeOf(await member.ask('DELETE', 'staff/second-factor'))).toEqual([409, 'second-factor-compulsory']);
    expect((await member.ask('GET', 'staff/me')).json()).toMatchObject({ secondFactor: true });
  });
});
