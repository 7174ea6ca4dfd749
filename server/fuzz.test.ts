import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { SIGN_UP_FORMS } from '../domain/event/event';
import type { MessageTemplate } from './notices/templates';
import { makeFreshApp, openTestDatabase, SLOW_MS, TOKEN, type OpenTestDatabase, type TestApp } from './testing/app';
import { bodyOf, OPEN, SIGN_UP } from './testing/content';
import { ENGINES } from './testing/database';
import { FILLED } from './testing/forms';
import { type FuzzBody, fuzzBodies, fuzzParts } from './testing/fuzz-bodies';
import { newParticipant, type Participant } from './testing/participants';
import { isWriting, nameOf, type Route, routesOf } from './testing/routes';
import { isSane } from './testing/sane';
import { startFakeWechat, type FakeWechat } from './testing/fake-wechat';

/** In all. More by hand: `FUZZ_BODIES=20000 npx jest --selectProjects server --testPathPatterns fuzz`. */
const BODIES = Number(process.env.FUZZ_BODIES ?? 2_000);
const MOST_MS = 1_000;
const TEST_MS = 3_600_000;
const TEMPLATES: readonly MessageTemplate[] = [{ id: 'news', kinds: ['changed'], fields: { thing1: 'title' } }];

/** The id of an event that is there. */
const OWN_ID: fc.Arbitrary<string | null> = fc.constant(null);

/** Bodies that the routes take, to be spoilt; `[undefined]` where none is read. A writing route must stand here. */
const GOOD: Readonly<Record<string, () => readonly unknown[]>> = {
  'POST /api/v1/sessions': () => [{ kind: 'device' }, { kind: 'wechat', code: 'code' }],
  'DELETE /api/v1/sessions/current': () => [undefined],
  'POST /api/v1/sign-ups': () =>
    SIGN_UP_FORMS.map((kind) => ({ id: randomUUID(), eventId: kind, consent: '1', form: FILLED[kind] })),
  'PATCH /api/v1/sign-ups/:id': () => [{ consent: '1', form: { ...FILLED.visit, partySize: 1 } }],
  // The same as PATCH, which `wx.request` does not have.
  'POST /api/v1/sign-ups/:id': () => [{ consent: '1', form: { ...FILLED.visit, partySize: 1 } }],
  'POST /api/v1/sign-ups/:id/cancel': () => [undefined],
  'POST /api/v1/inbox/read': () => [{ upTo: 0 }],
  'POST /api/v1/messages/grants': () => [{ templates: ['news'] }],
  'DELETE /api/v1/me': () => [undefined],
  'PUT /api/v1/events/:id': () => [bodyOf({ signUp: SIGN_UP }), bodyOf()],
  'POST /api/v1/events/:id/cancel': () => [{ reason: '大雪封路' }],
  'DELETE /api/v1/events/:id': () => [undefined],
};

describe.each(ENGINES)('hostile bodies on %s', (engine) => {
  let database: OpenTestDatabase;
  let wechat: FakeWechat;
  let at: TestApp;
  let person: Participant;
  let routes: Route[];
  let eventId: string;
  beforeAll(async () => {
    database = await openTestDatabase(engine);
    wechat = await startFakeWechat();
    const config = { wechat: wechat.config, messageTemplates: TEMPLATES };
    at = await makeFreshApp(database, { now: () => OPEN, config });
    for (const form of SIGN_UP_FORMS) await at.publish(form, { signUp: { ...SIGN_UP, form, capacity: 100_000 } });
    person = await newParticipant(at);
    await newEvent();
    routes = (await routesOf(at.app)).filter(isWriting);
  }, SLOW_MS);
  afterAll(async () => {
    await at.app.close();
    await wechat.close();
    await database.closeAndRemove();
  }, SLOW_MS);

  const newEvent = async (): Promise<void> => {
    eventId = `event-${randomUUID()}`;
    expect((await at.publish(eventId)).status).toBe(201);
  };

  const send = async (route: Route, { contentType, payload }: FuzzBody, id: string) => {
    const token = route.security === 'publisher' ? TOKEN : person.token;
    const began = performance.now();
    const answer = await at.app.inject({
      method: route.method as 'POST',
      url: route.path.replace(':id', id),
      headers: { authorization: `Bearer ${token}`, ...(contentType !== null && { 'content-type': contentType }) },
      payload,
    });
    const ms = performance.now() - began;
    const isTaken = answer.statusCode < 300;
    // A new one for what is gone, or can be done once only.
    if (isTaken && /sign-ups$|sign-ups\/:id$|me$|current$/.test(route.path)) person = await newParticipant(at);
    if (isTaken && route.security === 'publisher') await newEvent();
    return { status: answer.statusCode, text: answer.body, isTaken, ms };
  };
  const json = (body: unknown): FuzzBody => ({
    contentType: body === undefined ? null : 'application/json',
    payload: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
  });

  test('the writing routes are these, and take what they should', async () => {
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(GOOD).sort());
    wechat.codes.set('code', 'openid');
    for (const route of routes) {
      for (const body of GOOD[nameOf(route)]?.() ?? []) {
        const mine = route.path.includes('sign-ups/:id') ? await person.signUp('visit') : undefined;
        const { text, isTaken } = await send(route, json(body), mine?.id ?? eventId);
        expect([nameOf(route), isTaken ? 'taken' : text]).toEqual([nameOf(route), 'taken']);
      }
    }
  });

  test(
    'no 5xx, no accepted nonsense, nothing slow',
    async () => {
      const runs = Math.ceil(BODIES / ENGINES.length / routes.length);
      const seen = new Map<number, number>();
      for (const route of routes) {
        const ids = fc.oneof({ weight: 3, arbitrary: OWN_ID }, fuzzParts);
        const bodies = fc.oneof(...(GOOD[nameOf(route)]?.() ?? []).map((good) => fuzzBodies(good)));
        const property = fc.asyncProperty(bodies, route.path.includes(':id') ? ids : OWN_ID, async (body, id) => {
          const first = await send(route, body, id ?? eventId);
          seen.set(first.status, (seen.get(first.status) ?? 0) + 1);
          expect(first.status).toBeLessThan(500);
          if (first.isTaken) expect(isSane(route, body.payload)).toBe(true);
          else expect(first.text).toContain('"code"');
          // A machine may pause; a body that is slow is slow each time.
          let { ms } = first;
          for (let again = 0; ms > MOST_MS && again < 3; again += 1) ms = (await send(route, body, id ?? eventId)).ms;
          expect(ms).toBeLessThan(MOST_MS);
        });
        await fc.assert(property, { numRuns: runs });
      }
      expect([...seen.keys()]).toEqual(expect.arrayContaining([400, 413, 415]));
      if (process.env.FUZZ_BODIES) console.log(engine, Object.fromEntries(seen));
    },
    TEST_MS,
  );
});
