import { randomUUID } from 'node:crypto';
import type { TestApp } from '../testing/app';
import { OPEN, SIGN_UP } from '../testing/content';
import { newParticipant, type Participant, VISIT } from '../testing/participants';
import { useTestServer } from '../testing/test-server';

/** As it is unless it is set. */
const RATE_LIMIT = 600;
const SEATS = 200;

const testServer = useTestServer('embedded');
let at: TestApp;
beforeEach(async () => {
  at = await testServer.openFresh({ now: () => OPEN, config: { rateLimit: RATE_LIMIT, trustProxy: 1 } });
  for (const id of ['e', 'f']) await at.publish(id, { signUp: { ...SIGN_UP, capacity: SEATS } });
});

interface Try {
  readonly from: string;
  readonly mobile?: string;
  readonly event?: string;
  readonly id?: string;
}
let accounts = 0;
const mobileOf = (index: number): string => `138${String(index).padStart(8, '0')}`;
/** Accounts come from anywhere; it is the sign-ups that are looked at. */
const person = (): Promise<Participant> =>
  newParticipant({
    ...at,
    ask: (request) =>
      at.ask(
        typeof request === 'string'
          ? request
          : { ...request, headers: { 'x-forwarded-for': `198.51.100.${accounts++ % 250}` } },
      ),
  });
async function signUp(
  who: Participant,
  { from, mobile = VISIT.mobile, event = 'e', id = randomUUID() }: Try,
): Promise<number> {
  const { status } = await at.ask({
    method: 'POST',
    url: '/api/v1/sign-ups',
    headers: { ...who.headers, 'x-forwarded-for': from },
    payload: { id, eventId: event, consent: '1', form: { ...VISIT, mobile } },
  });
  return status;
}

test('families behind one carrier’s address all get their seats', async () => {
  for (let family = 0; family < 40; family++) {
    const from = '203.0.113.1';
    const who = await person();
    expect([family, await signUp(who, { from, mobile: mobileOf(family) })]).toEqual([family, 201]);
    if (family % 10 === 0) {
      expect(await signUp(await person(), { from, mobile: mobileOf(family) })).toBe(201);
      expect(await signUp(who, { from, mobile: mobileOf(family), event: 'f' })).toBe(201);
    }
  }
});

test('two hundred accounts of one script do not, neither with one number nor from one address', async () => {
  const withOneNumber: number[] = [];
  for (let index = 0; index < 40; index++) {
    withOneNumber.push(await signUp(await person(), { from: `203.0.113.${index}` }));
  }
  expect(withOneNumber.filter((status) => status === 201)).toHaveLength(3);
  expect(new Set(withOneNumber)).toEqual(new Set([201, 429]));
  const fromOneNetwork: number[] = [];
  for (let index = 0; index < 200; index++) {
    const from = `2001:db8:1:2::${index.toString(16)}`;
    fromOneNetwork.push(await signUp(await person(), { from, mobile: mobileOf(index) }));
  }
  expect(fromOneNetwork.filter((status) => status === 201)).toHaveLength(75);
  // Somebody else still gets a seat.
  expect(await signUp(await person(), { from: '192.0.2.1', mobile: mobileOf(999) })).toBe(201);
});

test('a sign-up that is sent again counts once, and one that is refused counts nothing', async () => {
  const who = await person();
  const id = randomUUID();
  for (let count = 0; count < 6; count++) expect(await signUp(who, { from: '203.0.113.1', id })).toBe(201);
  for (let count = 0; count < 6; count++) expect(await signUp(who, { from: '203.0.113.1' })).toBe(409);
  expect(await signUp(await person(), { from: '203.0.113.1' })).toBe(201);
});

test('whoever reaches the server without a proxy cannot say where they come from', async () => {
  const statusOf = async (remoteAddress: string, said: string): Promise<number> => {
    const payload = { kind: 'device' };
    const headers = { 'x-forwarded-for': said };
    return (await at.ask({ method: 'POST', url: '/api/v1/sessions', remoteAddress, headers, payload })).status;
  };
  const statuses: number[] = [];
  for (let index = 0; index < RATE_LIMIT + 10; index++)
    statuses.push(await statusOf('203.0.113.77', `192.0.2.${index % 250}`));
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect(await statusOf('10.0.0.1', '192.0.2.1')).toBe(201);
}, 60_000);
