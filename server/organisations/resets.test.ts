import * as v from 'valibot';
import { NewResetSchema } from '../../domain/organisation/member';
import { RESET_MS } from '../../domain/organisation/staff-policy';
import { type Answer, NOW, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { invitationTo, newMember, newOrganisation, ORIGIN, PASSWORD, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

const NEXT = 'barley roasted at dawn 7';

describe.each(ENGINES)('A4: a new password by an admin’s link, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let now: number;
  let at: TestApp;
  let org: string;
  let admin: StaffClient;
  let editor: StaffClient;
  const db = () => testServer.database.db;
  const codeOf = (answer: Answer): unknown => [answer.status, (answer.json() as { code: string }).code];
  const reset = (by: StaffClient, { id }: StaffClient, of = org) =>
    by.ask('POST', `organisations/${of}/members/${id}/reset`);
  const made = async (): Promise<string> => v.parse(NewResetSchema, (await reset(admin, editor)).json()).token;
  const use = (token: string, password = NEXT) =>
    at.ask({
      method: 'POST',
      url: `/api/v1/password-resets/${token}`,
      headers: { origin: ORIGIN },
      payload: { password },
    });
  const signIn = (password: string) =>
    at.ask({
      method: 'POST',
      url: '/api/v1/staff/sessions',
      headers: { origin: ORIGIN },
      payload: { login: editor.login, password },
    });

  beforeEach(async () => {
    now = NOW;
    at = await testServer.openFresh({ now: () => now });
    org = await newOrganisation(db(), '540100');
    [admin, editor] = [await newMember(at, db(), org, 'admin'), await newMember(at, db(), org, 'editor')];
  });

  test('the new password counts, the old one and every session do not, and both acts are in the log', async () => {
    await editor.ask('POST', 'staff/second-factor');
    const token = await made();
    expect((await at.ask(`/api/v1/password-resets/${token}`)).json()).toEqual({ login: editor.login });
    expect((await editor.ask('GET', 'staff/me')).status).toBe(200);
    expect((await use(token)).status).toBe(204);
    expect((await editor.ask('GET', 'staff/me')).status).toBe(401);
    expect((await signIn(PASSWORD)).status).toBe(401);
    now += 60_000;
    expect((await signIn(NEXT)).json()).toMatchObject({ member: { id: editor.id }, secondFactor: false });
    const { lines } = (await admin.ask('GET', `organisations/${org}/audit`)).json() as { lines: { act: string }[] };
    expect(lines.map(({ act }) => act)).toEqual(expect.arrayContaining(['reset-made', 'password-reset']));
    expect(JSON.stringify(lines)).not.toContain(token);
  });

  test('once, for a day, and the latest only', async () => {
    const first = await made();
    const second = await made();
    expect(codeOf(await use(first))).toEqual([410, 'reset-gone']);
    const both = await Promise.all([use(second), use(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
    const late = await made();
    now += RESET_MS;
    expect(codeOf(await use(late))).toEqual([410, 'reset-gone']);
    expect(codeOf(await at.ask(`/api/v1/password-resets/${late}`))).toEqual([410, 'reset-gone']);
  });

  test('a password that is none leaves the link as it was', async () => {
    const token = await made();
    expect((await use(token, 'short')).json()).toMatchObject({ code: 'invalid-input', errors: [{ path: 'password' }] });
    expect((await use(token)).status).toBe(204);
  });

  test('only an admin, of another member, who works for nobody else', async () => {
    const other = await newOrganisation(db(), '540200');
    const stranger = await newMember(at, db(), other, 'admin');
    for (const answer of [
      await reset(editor, admin),
      await reset(admin, admin),
      await reset(stranger, editor, other),
    ]) {
      expect(answer.status).toBe(404);
    }
    const invitation = await invitationTo(db(), other, 'viewer', { now });
    expect((await editor.ask('POST', `invitations/${invitation}/accept`, {})).status).toBe(201);
    expect(codeOf(await reset(admin, editor))).toEqual([409, 'member-elsewhere']);
  });
});
