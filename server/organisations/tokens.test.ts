import * as v from 'valibot';
import { NewTokenSchema, TokensSchema } from '../../domain/organisation/member';
import { apiToken } from '../db/staff-schema';
import { NOW, TOKEN, type Answer, type TestApp } from '../testing/app';
import { bodyOf } from '../testing/content';
import { ENGINES } from '../testing/database';
import { newMember, newOrganisation, type StaffClient } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

describe.each(ENGINES)('A6: tokens of organisations, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let org: string;
  let admin: StaffClient;
  beforeEach(async () => {
    at = await testServer.openFresh({ now: () => NOW });
    org = await newOrganisation(testServer.database.db, '540100');
    admin = await newMember(at, testServer.database.db, org, 'admin');
  });
  const make = async (...scopes: string[]) =>
    v.parse(NewTokenSchema, (await admin.ask('POST', `organisations/${org}/tokens`, { name: '门户', scopes })).json());
  const as = (token: string, method: string, path: string, payload?: object): Promise<Answer> =>
    at.ask({
      method: method as 'POST',
      url: `/api/v1/${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(payload && { payload }),
    });
  const put = (token: string, id: string, region = '540102'): Promise<Answer> =>
    as(token, 'PUT', `events/${id}`, bodyOf({ region, venue: null }));

  test('is shown once, stored as a digest, listed with its last use, and revoked', async () => {
    const { id, token } = await make('publish');
    expect(JSON.stringify(await testServer.database.db.select().from(apiToken))).not.toContain(token.slice(4));
    const list = async () =>
      v.parse(TokensSchema, (await admin.ask('GET', `organisations/${org}/tokens`)).json()).tokens;
    expect(await list()).toMatchObject([{ id, name: '门户', scopes: ['publish'], lastUsedAt: null }]);
    expect((await put(token, 'e')).status).toBe(201);
    expect((await list())[0]?.lastUsedAt).not.toBeNull();
    expect((await admin.ask('DELETE', `organisations/${org}/tokens/${id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    expect((await put(token, 'e')).status).toBe(401);
    expect((await admin.ask('DELETE', `organisations/${org}/tokens/${id}`)).status).toBe(404);
  });

  test('publishes in its region, its own events and no others', async () => {
    const { token } = await make('publish');
    expect((await put(token, 'mine')).status).toBe(201);
    expect((await put(token, 'mine')).json()).toMatchObject({ outcome: 'unchanged' });
    for (const region of ['540000', '540200', '100000']) {
      expect((await put(token, 'far', region)).json()).toMatchObject({ code: 'scope-not-covered' });
    }
    await at.publish('operators', { region: '540102', venue: null });
    const missing = await as(token, 'DELETE', 'events/never-there');
    for (const answer of [
      await put(token, 'operators'),
      await as(token, 'POST', 'events/operators/cancel', { reason: '大雪' }),
      await as(token, 'DELETE', 'events/operators'),
    ]) {
      expect([answer.status, answer.text]).toEqual([404, missing.text]);
    }
    expect((await as(token, 'POST', 'events/mine/cancel', { reason: '大雪' })).status).toBe(200);
    expect((await as(token, 'DELETE', 'events/mine')).status).toBe(204);
    // The operator's token knows no bounds.
    expect((await put(TOKEN, 'mine')).status).toBe(201);
  });

  test('reads only what its scope says, of its own organisation only', async () => {
    const [publish, read] = [await make('publish'), await make('read')];
    const other = await newOrganisation(testServer.database.db, '540102');
    expect((await put(read.token, 'e')).status).toBe(401);
    for (const path of ['members', 'tokens', 'audit', 'invitations', 'organisations']) {
      for (const { token } of [publish, read]) {
        expect((await as(token, 'GET', `organisations/${org}/${path}`)).status).toBe(404);
        expect((await as(token, 'GET', `organisations/${other}/${path}`)).status).toBe(404);
      }
    }
    expect((await as(publish.token, 'GET', 'staff/me')).status).toBe(401);
    expect((await as(publish.token, 'GET', 'sign-ups')).status).toBe(401);
  });

  test('works where the operator has no token', async () => {
    const { token } = await make('publish');
    const without = await testServer.openOther({ now: () => NOW, config: { publisherToken: null } });
    const ask = (sent: string) =>
      without.ask({
        method: 'PUT',
        url: '/api/v1/events/e',
        headers: { authorization: `Bearer ${sent}` },
        payload: bodyOf({ region: '540102', venue: null }),
      });
    expect((await ask(token)).status).toBe(201);
    expect((await ask(TOKEN)).json()).toMatchObject({ code: 'publishing-off' });
  });
});
