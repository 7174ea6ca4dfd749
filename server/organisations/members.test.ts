import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { NewInvitationSchema, MembersSchema } from '../../domain/organisation/member';
import { CreatedOrganisationSchema } from '../../domain/organisation/organisation';
import type { Role } from '../../domain/permission';
import { member, membership, staffSession } from '../db/staff-schema';
import { NOW, type Answer, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { accept, newMember, newOrganisation, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('A2: members and scopes, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let org: string;
  let admin: StaffClient;
  beforeEach(async () => {
    at = await testServer.openFresh({ now: () => NOW });
    org = await newOrganisation(testServer.database.db, '540100');
    admin = await add('admin');
  });
  const add = (role: Role): Promise<StaffClient> => newMember(at, testServer.database.db, org, role);
  const path = (rest: string): string => `organisations/${org}/${rest}`;
  const codeOf = (answer: Answer): unknown => [answer.status, (answer.json() as { code: string }).code];
  const remove = (by: StaffClient, { id }: StaffClient) => by.ask('DELETE', path(`members/${id}`));
  const admins = async (): Promise<number> => {
    const rows = await testServer.database.db.select().from(membership).where(eq(membership.organisationId, org));
    return rows.filter(({ role }) => role === 'admin').length;
  };

  test('the list says who, in which role', async () => {
    const door = await newMember(at, testServer.database.db, org, 'door', { events: ['e-1'] });
    const { members } = v.parse(MembersSchema, (await admin.ask('GET', path('members'))).json());
    const [of, ofDoor] = [admin, door].map(({ id }) => members.find((each) => each.id === id));
    expect(members).toHaveLength(2);
    expect(of).toMatchObject({ name: '丹增', login: admin.login, role: 'admin', secondFactor: false });
    expect(of).not.toHaveProperty('events');
    expect(ofDoor).toMatchObject({ role: 'door', events: ['e-1'] });
    expect((await door.ask('GET', path('members'))).status).toBe(404);
  });

  test('only an admin invites, changes and removes', async () => {
    const [editor, viewer] = [await add('editor'), await add('viewer')];
    for (const client of [editor, viewer]) {
      expect((await client.ask('POST', path('invitations'), { role: 'viewer' })).status).toBe(404);
      expect((await client.ask('PATCH', path(`members/${viewer.id}`), { role: 'admin' })).status).toBe(404);
      expect((await remove(client, admin)).status).toBe(404);
    }
    expect((await admin.ask('PATCH', path(`members/${viewer.id}`), { role: 'editor' })).json()).toMatchObject({
      id: viewer.id,
      role: 'editor',
    });
    expect((await viewer.ask('GET', path('members'))).status).toBe(200);
  });

  test('the last admin is neither removed nor demoted', async () => {
    await add('editor');
    expect(codeOf(await remove(admin, admin))).toEqual([409, 'last-admin']);
    const demote = await admin.ask('PATCH', path(`members/${admin.id}`), { role: 'editor' });
    expect(codeOf(demote)).toEqual([409, 'last-admin']);
    const second = await add('admin');
    expect((await admin.ask('PATCH', path(`members/${admin.id}`), { role: 'editor' })).status).toBe(200);
    expect(codeOf(await remove(second, second))).toEqual([409, 'last-admin']);
  });

  test('who is removed is out at once, and forgotten', async () => {
    const { db } = testServer.database;
    const editor = await add('editor');
    expect((await remove(admin, editor)).status).toBe(204);
    expect((await editor.ask('GET', 'staff/me')).status).toBe(401);
    expect(await db.select().from(staffSession).where(eq(staffSession.memberId, editor.id))).toEqual([]);
    expect(await db.select().from(member).where(eq(member.id, editor.id))).toEqual([]);
    expect((await remove(admin, editor)).status).toBe(404);
  });

  test('who works for another organisation too stays a member there', async () => {
    const { db } = testServer.database;
    const other = await newOrganisation(db, '540200');
    const editor = await add('editor');
    const boss = await newMember(at, db, other, 'admin');
    const made = await boss.ask('POST', `organisations/${other}/invitations`, { role: 'viewer' });
    const { token } = v.parse(NewInvitationSchema, made.json());
    expect((await accept(at, token, {}, { cookie: editor.cookie })).status).toBe(201);
    expect((await remove(admin, editor)).status).toBe(204);
    const again = await at.ask({
      method: 'POST',
      url: '/api/v1/staff/sessions',
      payload: { login: editor.login, password: PASSWORD },
    });
    expect(again.json()).toMatchObject({ organisations: [{ id: other, role: 'viewer' }] });
  });

  test.each([
    ['remove each other', (by: StaffClient, other: StaffClient) => remove(by, other)],
    [
      'demote each other',
      (by: StaffClient, other: StaffClient) => by.ask('PATCH', path(`members/${other.id}`), { role: 'viewer' }),
    ],
    ['remove themselves', (by: StaffClient) => remove(by, by)],
  ])('two admins who %s at once: one is left', async (_, act) => {
    for (let round = 0; round < 8; round += 1) {
      const [one, two] = [await add('admin'), await add('admin')];
      await remove(admin, admin);
      const answers = await Promise.all([act(one, two), act(two, one)]);
      expect(await admins()).toBe(1);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      const isOneLeft = (await one.ask('GET', path('invitations'))).status === 200;
      admin = isOneLeft ? one : two;
    }
  });

  test('an admin who is removed while they invite has invited nobody, or was not removed yet', async () => {
    for (let round = 0; round < 8; round += 1) {
      const other = await add('admin');
      const [invited, removed] = await Promise.all([
        other.ask('POST', path('invitations'), { role: 'admin' }),
        remove(admin, other),
      ]);
      expect(removed.status).toBe(204);
      expect([201, 401, 404]).toContain(invited.status);
      const late = await other.ask('POST', path('invitations'), { role: 'admin' });
      expect(late.status).toBe(401);
    }
  });

  test.each([
    ['below', '540102', 201],
    ['the same region: a laboratory beside', '540100', 201],
    ['beside', '540200', 400],
    ['above', '540000', 400],
    ['everywhere', '100000', 400],
    ['a region that is none', '549999', 400],
  ])('an organisation is made only in one’s own region: %s', async (_, region, status) => {
    const answer = await admin.ask('POST', path('organisations'), { name: '检测所', region });
    expect(answer.status).toBe(status);
    const listed = await admin.ask('GET', path('organisations'));
    const { organisations } = listed.json() as { organisations: unknown[] };
    expect(organisations).toHaveLength(status === 201 ? 1 : 0);
    if (status !== 201) return;
    const { organisation, token } = v.parse(CreatedOrganisationSchema, answer.json());
    const joined = await accept(at, token, { name: '央金', login: 'yang.jin', password: PASSWORD });
    expect(joined.json()).toMatchObject({ organisations: [{ id: organisation.id, region, role: 'admin' }] });
  });

  test('what is asked of those below is set by an admin', async () => {
    const editor = await add('editor');
    expect((await editor.ask('PATCH', path('settings'), { approval: 'all' })).status).toBe(404);
    expect((await admin.ask('PATCH', path('settings'), { approval: 'first' })).json()).toEqual({ approval: 'first' });
    expect((await admin.ask('GET', path('organisations'))).json()).toMatchObject({ approval: 'first' });
  });
});
