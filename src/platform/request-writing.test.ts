import { CITIZEN } from '../../domain/api/citizen';
import { callServer } from './request';
import { phone } from './taro-double';

const TIME = { timeoutMs: 10_000 };

beforeEach(() => {
  phone.reset();
});

test('a writing request carries its body as JSON, and who asks', async () => {
  phone.server = () => ({ status: 201, body: '{"id":"1"}' });
  await expect(callServer(CITIZEN.signUp, { ...TIME, token: 'secret', body: { a: '一' } })).resolves.toMatchObject({
    ok: true,
    status: 201,
    body: { id: '1' },
  });
  expect(phone.sent).toEqual([
    { method: 'POST', url: '/api/v1/sign-ups', authorization: 'Bearer secret', body: { a: '一' } },
  ]);
});

test('reading and deleting may say who asks, too', async () => {
  phone.server = () => ({ body: '{}' });
  await callServer(CITIZEN.inbox, { ...TIME, token: 'secret' });
  await callServer(CITIZEN.eraseMe, { ...TIME, token: 'secret' });
  expect(phone.sent.map(({ method, authorization, body }) => [method, authorization, body])).toEqual([
    ['GET', 'Bearer secret', undefined],
    ['DELETE', 'Bearer secret', undefined],
  ]);
});

test('without a token nothing tells who asks', async () => {
  phone.server = () => ({ body: '{}' });
  await callServer(CITIZEN.feed, TIME);
  expect(phone.sent[0]?.authorization).toBe('');
});

test('an answer without a body is one', async () => {
  phone.server = () => ({ status: 204, body: '' });
  await expect(callServer(CITIZEN.eraseMe, TIME)).resolves.toMatchObject({ ok: true, status: 204, body: undefined });
});

test.each([
  ['where WeChat sends, which knows no PATCH', 'weapp', 'POST'],
  ['in the browser', 'h5', 'PATCH'],
])('a correction %s', async (_, target, method) => {
  const before = process.env.TARO_ENV;
  process.env.TARO_ENV = target;
  phone.server = () => ({ body: '{}' });
  await callServer(CITIZEN.correctSignUp, { ...TIME, params: { id: 'a/b' }, body: {} });
  process.env.TARO_ENV = before;
  expect(phone.sent).toMatchObject([{ method, url: '/api/v1/sign-ups/a%2Fb' }]);
});
