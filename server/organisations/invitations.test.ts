import * as v from 'valibot';
import { InvitationsSchema, NewInvitationSchema } from '../../domain/organisation/member';
import { INVITATION_MS } from '../../domain/organisation/staff-policy';
import { invitation } from '../db/staff-schema';
import { NOW, type Answer, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { accept, newMember, newOrganisation, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('A3: invitations, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now: number;
  let org: string;
  let admin: StaffClient;
  beforeEach(async () => {
    now = NOW;
    at = await testServer.openFresh({ now: () => now });
    org = await newOrganisation(testServer.database.db, '540100', '拉萨市局');
    admin = await newMember(at, testServer.database.db, org, 'admin');
  });
  const invite = async (body: object = { role: 'editor' }) =>
    v.parse(NewInvitationSchema, (await admin.ask('POST', `organisations/${org}/invitations`, body)).json());
  const account = { name: '次仁', login: 'tse.ring', password: PASSWORD };
  const look = (token: string): Promise<Answer> => at.ask(`/api/v1/invitations/${token}`);
  const codeOf = (answer: Answer): unknown => [answer.status, (answer.json() as { code: string }).code];

  test('says to what it invites, is accepted once, and signs in', async () => {
    const { token } = await invite();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await look(token)).json()).toEqual({
      organisation: { name: '拉萨市局', region: '540100' },
      role: 'editor',
    });
    const answer = await accept(at, token, account);
    expect([answer.status, answer.json()]).toMatchObject([
      201,
      { member: { name: '次仁' }, organisations: [{ id: org }] },
    ]);
    expect(answer.headers['set-cookie']).toContain('HttpOnly');
    expect(codeOf(await look(token))).toEqual([410, 'invite-gone']);
    expect(codeOf(await accept(at, token, { ...account, login: 'other' }))).toEqual([410, 'invite-gone']);
  });

  test('only the digest is stored', async () => {
    const { token } = await invite();
    expect(JSON.stringify(await testServer.database.db.select().from(invitation))).not.toContain(token);
  });

  test.each([
    [
      'used',
      async () => {
        const { token } = await invite();
        await accept(at, token, account);
        return token;
      },
    ],
    [
      'too old',
      async () => {
        const { token } = await invite();
        now += INVITATION_MS;
        return token;
      },
    ],
    [
      'revoked',
      async () => {
        const { id, token } = await invite();
        expect((await admin.ask('DELETE', `organisations/${org}/invitations/${id}`)).status).toBe(204);
        expect((await admin.ask('DELETE', `organisations/${org}/invitations/${id}`)).status).toBe(404);
        return token;
      },
    ],
    ['never made', () => Promise.resolve('A'.repeat(43))],
    ['no token at all', () => Promise.resolve('x')],
  ])('one that is %s answers like any other that is gone', async (_, make) => {
    const token = await make();
    for (const answer of [await look(token), await accept(at, token, { ...account, login: 'late.one' })]) {
      expect([answer.status, answer.text]).toEqual([410, (await look('never')).text]);
    }
  });

  test('of many who accept at once one gets in', async () => {
    const { token } = await invite();
    const tries = Array.from({ length: 6 }, (_, index) => accept(at, token, { ...account, login: `racer-${index}` }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 410, 410, 410, 410, 410]);
  });

  test('a weak password or a login that is taken leaves the invitation open', async () => {
    const { token } = await invite();
    const weak = await accept(at, token, { ...account, password: 'tse.ringtse.ring' });
    expect(weak.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: 'password', code: 'password-is-login' }],
    });
    const taken = await accept(at, token, { ...account, login: admin.login.toUpperCase() });
    expect(codeOf(taken)).toEqual([409, 'login-taken']);
    expect((await accept(at, token, account)).status).toBe(201);
  });

  test('whoever is signed in joins with the account that they have, from our own page only', async () => {
    const other = await newOrganisation(testServer.database.db, '540102');
    const boss = await newMember(at, testServer.database.db, other, 'admin');
    const made = await boss.ask('POST', `organisations/${other}/invitations`, { role: 'viewer' });
    const { token } = v.parse(NewInvitationSchema, made.json());
    expect((await accept(at, token, {})).status).toBe(401);
    const foreign = { cookie: admin.cookie, origin: 'https://evil.example' };
    expect(codeOf(await accept(at, token, {}, foreign))).toEqual([403, 'origin-refused']);
    const joined = await accept(at, token, {}, { cookie: admin.cookie });
    expect(joined.json()).toMatchObject({ member: { id: admin.id }, organisations: [{ id: org }, { id: other }] });
    const second = v.parse(
      NewInvitationSchema,
      (await boss.ask('POST', `organisations/${other}/invitations`, { role: 'viewer' })).json(),
    );
    expect(codeOf(await accept(at, second.token, {}, { cookie: admin.cookie }))).toEqual([409, 'already-member']);
    expect((await look(second.token)).status).toBe(200);
  });

  test('the list shows what is open', async () => {
    const [first, second] = [await invite(), await invite({ role: 'door', events: ['e'] })];
    await accept(at, first.token, account);
    const listed = await admin.ask('GET', `organisations/${org}/invitations`);
    expect(v.parse(InvitationsSchema, listed.json()).invitations.map(({ id, role }) => [id, role])).toContainEqual([
      second.id,
      'door',
    ]);
    expect(listed.text).not.toContain(first.id);
    expect(listed.text).not.toContain(second.token);
  });
});
