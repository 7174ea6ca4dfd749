import { randomUUID } from 'node:crypto';
import { DOOR } from '../domain/api/door';
import type { Answer, TestApp } from './testing/app';
import { OPEN, SIGN_UP } from './testing/content';
import { ENGINES } from './testing/database';
import { newParticipant, type Participant, VISIT } from './testing/participants';
import { isWriting, nameOf, type Route, routesOf } from './testing/routes';
import { useTestServer } from './testing/test-server';

const FROM_ADDRESS = 40;
const FROM_ACCOUNT = 4;
const SCANS = DOOR.uploadScans.path;

/** Each test asks from an address of its own, through a proxy that is trusted. */
describe.each(ENGINES)('how much may be written, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    const config = { rateLimit: FROM_ADDRESS, trustProxy: 1 };
    at = await testServer.openFresh({ now: () => OPEN, config });
    await at.publish('e', { signUp: { ...SIGN_UP, capacity: 1_000 } });
  });

  const ask = (
    person: Participant | null,
    from: string,
    method: string,
    path: string,
    payload?: object,
  ): Promise<Answer> =>
    at.ask({
      method: method as 'POST',
      url: path,
      headers: { 'x-forwarded-for': from, ...person?.headers },
      ...(payload && { payload }),
    });
  const mobileOf = (person: Participant): string =>
    `138${(Number.parseInt(person.id.slice(0, 8), 16) % 1e8).toString().padStart(8, '0')}`;
  const signUp = (person: Participant, from: string): Promise<Answer> => {
    const form = { ...VISIT, mobile: mobileOf(person) };
    return ask(person, from, 'POST', '/api/v1/sign-ups', { id: randomUUID(), eventId: 'e', consent: '1', form });
  };
  const isRefused = (answer: Answer): void => {
    expect([answer.status, answer.json()]).toMatchObject([429, { code: 'too-many-requests', title: '操作太频繁' }]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const seconds = Number(answer.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  };

  test('one account: a tenth, over all its routes and from wherever it writes; reading goes on', async () => {
    const person = await newParticipant(at);
    expect((await signUp(person, '203.0.113.1')).status).toBe(201);
    expect((await signUp(person, '203.0.113.2')).status).toBe(409);
    expect((await ask(person, '203.0.113.3', 'POST', '/api/v1/inbox/read', { upTo: 0 })).status).toBe(204);
    expect((await ask(person, '203.0.113.4', 'POST', '/api/v1/sign-ups', {})).status).toBe(400);
    isRefused(await signUp(person, '203.0.113.5'));
    isRefused(await ask(person, '203.0.113.6', 'DELETE', '/api/v1/me'));
    for (let count = 0; count < FROM_ADDRESS + 5; count += 1) {
      expect((await ask(person, '203.0.113.7', 'GET', '/api/v1/sign-ups')).status).toBe(200);
    }
    // Nobody else is held up.
    expect((await signUp(await newParticipant(at), '203.0.113.5')).status).toBe(201);
  });

  test('one address: many accounts together, refused ones and strangers included; reading goes on', async () => {
    const from = '198.51.100.7';
    let written = 0;
    const people: Participant[] = [];
    for (let count = 0; count < 8; count += 1) people.push(await newParticipant(at));
    for (const person of people) {
      for (let count = 0; count < FROM_ACCOUNT && written < FROM_ADDRESS - 1; count += 1) {
        expect((await signUp(person, from)).status).toBeLessThan(410);
        written += 1;
      }
    }
    for (; written < FROM_ADDRESS; written += 1) {
      expect((await ask(null, from, 'POST', '/api/v1/sign-ups', {})).status).toBe(401);
    }
    const fresh = await newParticipant(at);
    const routes: readonly Route[] = routesOf(at.app).filter((each) => isWriting(each) && each.path !== SCANS);
    for (const route of routes) {
      const answer = await ask(fresh, from, route.method, route.path.replace(':id', 'e'));
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 429]);
      isRefused(answer);
    }
    for (const path of [
      'feed?region=540000',
      'sign-ups',
      'inbox',
      'me',
      'availability?ids=e',
      'events/e',
      'messages',
    ]) {
      expect([path, (await ask(fresh, from, 'GET', `/api/v1/${path}`)).status]).toEqual([path, 200]);
    }
    // A hall of devices shares one address: their scans count as reads.
    expect((await ask(null, from, 'POST', SCANS, {})).status).toBe(401);
    expect((await signUp(fresh, '198.51.100.8')).status).toBe(201);
  });
});
