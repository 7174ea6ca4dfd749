import { CITIZEN } from '../../domain/api/citizen';
import { AccountServer, problem } from './sign-ups-double';

let server: AccountServer;

async function install(storage: ReadonlyMap<string, string> = new Map()) {
  jest.resetModules();
  const { phone } = await import('../platform/taro-double');
  phone.storage = new Map(storage);
  phone.server = (url, sent) => server.answer(url, sent);
  const { callServer } = await import('../platform/request');
  const session = await import('./session');
  const list = (token: string): ReturnType<typeof callServer> =>
    callServer(CITIZEN.signUps, { timeoutMs: 1000, token });
  return { phone, ...session, list };
}

const sessionsAsked = (urls: readonly string[]): number => urls.filter((url) => url === '/api/v1/sessions').length;

beforeEach(() => {
  server = new AccountServer();
});

test('reading makes no account', async () => {
  const app = await install();
  await expect(app.asAccount(app.list)).resolves.toEqual({ ok: false, reason: 'no-session' });
  expect(app.phone.requests).toEqual([]);
});

test('two that need one at once share it, and it survives a killed app', async () => {
  const app = await install();
  const both = [app.asAccount(app.list, { create: true }), app.asAccount(app.list, { create: true })];
  for (const answer of await Promise.all(both)) expect(answer.ok).toBe(true);
  expect(sessionsAsked(app.phone.requests)).toBe(1);
  const next = await install(app.phone.storage);
  await expect(next.asAccount(next.list)).resolves.toMatchObject({ ok: true });
  expect(sessionsAsked(next.phone.requests)).toBe(0);
});

test('a session that the server no longer knows is replaced, once', async () => {
  const app = await install();
  await app.asAccount(app.list, { create: true });
  server.tokens.clear();
  await expect(app.asAccount(app.list)).resolves.toMatchObject({ ok: true });
  expect(sessionsAsked(app.phone.requests)).toBe(2);
});

test('a server that knows no session at all is not asked for ever', async () => {
  const app = await install();
  await app.asAccount(app.list, { create: true });
  const refusals = Array.from({ length: 5 }, () => problem(401, 'unauthorized'));
  server.instead.set('GET /api/v1/sign-ups', refusals);
  await expect(app.asAccount(app.list)).resolves.toMatchObject({ ok: false, status: 401 });
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
  const app = await install();
  app.phone.loginCodes = [code];
  if (answer !== undefined) server.instead.set('POST /api/v1/sessions', [answer]);
  await expect(app.asAccount(app.list, { create: true })).resolves.toMatchObject({ ok: false, reason });
  expect(app.hasAccount()).toBe(false);
});

test('a stored session that does not parse is none', async () => {
  const app = await install(new Map([['session', '{"token":"short"}']]));
  expect(app.hasAccount()).toBe(false);
});
