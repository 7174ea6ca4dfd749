import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { SessionAnswerSchema } from '../domain/account';
import { ENDPOINTS } from '../domain/api/table';
import { account } from './db/account-schema';
import { makeFreshApp, openTestDatabase, SLOW_MS, TOKEN, type OpenTestDatabase, type TestApp } from './testing/app';
import { OPEN, SIGN_UP } from './testing/content';
import { ENGINES } from './testing/database';
import { FILLED } from './testing/forms';
import { newParticipant, type Participant } from './testing/participants';
import { nameOf, type Route, routesOf } from './testing/routes';
import { startFakeWechat, type FakeWechat } from './testing/fake-wechat';

describe.each(ENGINES)('who may do what on %s', (engine) => {
  let database: OpenTestDatabase;
  let wechat: FakeWechat;
  let at: TestApp;
  let routes: readonly Route[];
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    wechat = await startFakeWechat();
    at = await makeFreshApp(database, { now: () => OPEN, config: { wechat: wechat.config } });
    routes = routesOf(at.app).filter(({ method }) => method !== 'HEAD');
  }, SLOW_MS);
  afterAll(async () => {
    await at.app.close();
    await wechat.close();
    await database.closeAndRemove();
  }, SLOW_MS);

  const of = (access: Route['access']): Route[] => routes.filter((route) => route.access === access);
  const ask = (route: Route, authorization?: string, payload?: object) =>
    at.ask({
      method: route.method as 'POST',
      url: route.path.replace(':id', 'e'),
      headers: { ...(authorization !== undefined && { authorization }) },
      ...(payload && { payload }),
    });
  const revoked = async (): Promise<string> => {
    const { token, ask: act } = await newParticipant(at);
    expect((await act('DELETE', 'sessions/current')).status).toBe(204);
    return token;
  };

  test('what is registered is the table, each with its access', () => {
    const rowsOf = (rows: readonly Pick<Route, 'method' | 'path' | 'access'>[]) =>
      rows.map((row) => `${nameOf(row)} ${row.access}`).sort();
    expect(rowsOf(routes)).toEqual(rowsOf(ENDPOINTS));
  });

  test('without a token, or with one that opens nothing, everything of somebody’s is 401, whatever the body', async () => {
    const erased = await newParticipant(at);
    await erased.ask('DELETE', 'me');
    const closed = [undefined, 'Bearer ', `Bearer ${'A'.repeat(43)}`, `Bearer ${await revoked()}`];
    for (const route of [...of('account'), ...of('publisher'), ...of('device')]) {
      for (const authorization of [...closed, `Bearer ${erased.token}`, `Basic ${erased.token}`]) {
        const answer = await ask(route, authorization);
        expect([nameOf(route), answer.status, answer.headers['www-authenticate'], answer.json()]).toEqual([
          nameOf(route),
          401,
          'Bearer',
          expect.objectContaining({ code: 'unauthorized' }),
        ]);
      }
    }
  });

  test('a person’s token publishes nothing, the publisher’s opens nobody’s', async () => {
    const { token } = await newParticipant(at);
    for (const route of of('publisher')) expect((await ask(route, `Bearer ${token}`)).status).toBe(401);
    for (const route of of('account')) expect((await ask(route, `Bearer ${TOKEN}`)).status).toBe(401);
  });

  test('what anybody may read needs no token, and takes none amiss', async () => {
    await at.publish('e', { signUp: SIGN_UP });
    const query: Readonly<Record<string, string>> = {
      '/api/v1/availability': '?ids=e',
      '/api/v1/feed': '?region=540000',
      '/api/v1/events.atom': '?region=540000',
      '/api/v1/events.rss': '?region=540000',
      '/embed': '?region=540000',
      '/api/v1/mini-program-code': '?campaign=open&card=theme&design=solemn',
      '/api/v1/calendar.ics': '?region=540000',
    };
    for (const { method, path } of of('public').filter(
      (route) => route.method === 'GET' && !/:token|:receipt/.test(route.path),
    )) {
      const id = path.startsWith('/api/v1/campaigns/') ? 'open' : 'e';
      const url = path.replace(':id', id) + (query[path] ?? '');
      for (const headers of [{}, { authorization: `Bearer ${await revoked()}` }]) {
        expect([path, (await at.ask({ method: method as 'GET', url, headers })).status]).toEqual([path, 200]);
      }
    }
  });

  describe('another’s', () => {
    let wang: Participant;
    let li: Participant;
    let id: string;
    beforeEach(async () => {
      await at.publish('mine', { signUp: SIGN_UP });
      [wang, li] = [await newParticipant(at), await newParticipant(at)];
      ({ id } = await wang.signUp('mine', 2));
    });

    test('sign-up answers exactly like a missing one, and stays as it was', async () => {
      const [others, missing, none] = [await li.cancel(id), await li.cancel(randomUUID()), await li.cancel('no-id')];
      for (const answer of [others, missing, none]) {
        expect([answer.status, answer.text]).toEqual([404, missing.text]);
        const { date, ...headers } = answer.headers;
        const { date: other, ...same } = missing.headers;
        expect([typeof date, headers]).toEqual([typeof other, same]);
      }
      expect(await wang.only()).toMatchObject({ id, status: 'confirmed' });
    });

    test('sign-ups, inbox and data are not among one’s own', async () => {
      await at.publish('mine', { title: '新题目', signUp: SIGN_UP });
      expect((await wang.inbox()).notices).toHaveLength(1);
      expect(await li.list()).toEqual({ signUps: [], events: [] });
      expect((await li.inbox()).notices).toEqual([]);
      const text = (await li.ask('GET', 'me')).text;
      for (const theirs of [id, wang.id, FILLED.visit.mobile]) expect(text).not.toContain(theirs);
    });

    test('id, sent again by somebody else, makes a sign-up of their own and tells nothing', async () => {
      const answer = await li.trySignUp('mine', { id, partySize: 1 });
      expect(answer.json()).toMatchObject({ signUp: { id, seats: 1, status: 'confirmed' } });
      expect((await wang.list()).signUps).toMatchObject([{ id, seats: 2 }]);
    });

    test('data is neither read, nor erased, nor logged out by what one does with one’s own', async () => {
      await li.ask('POST', 'inbox/read', { upTo: 1 });
      await li.ask('DELETE', 'me');
      expect((await wang.ask('GET', 'me')).json()).toMatchObject({ account: { id: wang.id }, signUps: [{ id }] });
      expect(await database.db.select().from(account).where(eq(account.id, wang.id))).toHaveLength(1);
    });
  });

  test('an account’s own routes open with its token', async () => {
    await at.publish('own', { signUp: SIGN_UP });
    for (const route of of('account')) {
      const opened = await at.ask({ method: 'POST', url: '/api/v1/sessions', payload: { kind: 'device' } });
      const { token } = v.parse(SessionAnswerSchema, opened.json());
      const { status } = await ask(route, `Bearer ${token}`, route.method === 'POST' ? {} : undefined);
      expect([nameOf(route), [200, 204, 400, 404].includes(status)]).toEqual([nameOf(route), true]);
    }
  });
});
