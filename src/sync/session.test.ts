import { phone } from '../testing/fake-taro';
import { NOTHING } from './call';
import { relaunch } from '../testing/relaunch';
import { callAsAccount, hasAccount } from './session';
import { AccountServer, problem } from '../testing/fake-account-server';

const LIST = { method: 'GET', path: '/api/v1/sign-ups', answer: NOTHING } as const;
let server: AccountServer;

function connect(): void {
  phone.server = (url, sent) => server.answer(url, sent);
}

const sessionsAsked = (urls: readonly string[]): number => urls.filter((url) => url === '/api/v1/sessions').length;

beforeEach(() => {
  server = new AccountServer();
  relaunch();
  connect();
});

test('reading makes no account', async () => {
  await expect(callAsAccount(LIST)).resolves.toEqual({ ok: false, reason: 'no-session' });
  expect(phone.requests).toEqual([]);
});

test('two that need one at once share it, and it survives a killed app', async () => {
  const both = [callAsAccount(LIST, { create: true }), callAsAccount(LIST, { create: true })];
  for (const answer of await Promise.all(both)) expect(answer.ok).toBe(true);
  expect(sessionsAsked(phone.requests)).toBe(1);
  relaunch(phone.storage);
  connect();
  await expect(callAsAccount(LIST)).resolves.toMatchObject({ ok: true });
  expect(sessionsAsked(phone.requests)).toBe(0);
});

test('a session that the server no longer knows is replaced, once', async () => {
  await callAsAccount(LIST, { create: true });
  server.tokens.clear();
  await expect(callAsAccount(LIST)).resolves.toMatchObject({ ok: true });
  expect(sessionsAsked(phone.requests)).toBe(2);
});

test('a server that knows no session at all is not asked for ever', async () => {
  await callAsAccount(LIST, { create: true });
  const refusals = Array.from({ length: 5 }, () => problem(401, 'unauthorized'));
  server.instead.set('GET /api/v1/sign-ups', refusals);
  await expect(callAsAccount(LIST)).resolves.toMatchObject({ ok: false, status: 401 });
  expect(refusals).toHaveLength(3);
});

test.each([
  ['WeChat gives no code', null, undefined, 'wechat'],
  ['WeChat is down', 'code', problem(503, 'wechat-unavailable'), 'wechat'],
  ['the code was used before', 'code', problem(401, 'wechat-code-invalid'), 'wechat'],
  ['the server is down', 'code', problem(503, 'unavailable'), 'http'],
  ['no network', 'code', 'offline', 'offline'],
  ['an answer that is none', 'code', { body: '{}' }, 'garbage'],
] as const)('%s', async (_, code, answer, reason) => {
  phone.loginCodes = [code];
  if (answer !== undefined) server.instead.set('POST /api/v1/sessions', [answer]);
  await expect(callAsAccount(LIST, { create: true })).resolves.toMatchObject({ ok: false, reason });
  expect(hasAccount()).toBe(false);
});

test('a stored session that does not parse is none', () => {
  relaunch(new Map([['session', '{"token":"short"}']]));
  expect(hasAccount()).toBe(false);
});
