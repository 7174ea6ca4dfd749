import { phone } from '../testing/fake-taro';
import { request } from './request';

const TIME = { timeoutMs: 10_000 };

beforeEach(() => {
  phone.reset();
});

test('a writing request carries its body as JSON, and who asks', async () => {
  phone.server = () => ({ status: 201, body: '{"id":"1"}' });
  await expect(
    request('POST', '/api/v1/sign-ups', { ...TIME, token: 'secret', body: { a: '一' } }),
  ).resolves.toMatchObject({
    ok: true,
    status: 201,
    body: { id: '1' },
  });
  expect(phone.sent).toEqual([
    { method: 'POST', url: '/api/v1/sign-ups', authorization: 'Bearer secret', ifMatch: '', body: { a: '一' } },
  ]);
});

test('reading and deleting may say who asks, too', async () => {
  phone.server = () => ({ body: '{}' });
  await request('GET', '/api/v1/inbox', { ...TIME, token: 'secret' });
  await request('DELETE', '/api/v1/me', { ...TIME, token: 'secret' });
  expect(phone.sent.map(({ method, authorization, body }) => [method, authorization, body])).toEqual([
    ['GET', 'Bearer secret', undefined],
    ['DELETE', 'Bearer secret', undefined],
  ]);
});

test('without a token nothing tells who asks', async () => {
  phone.server = () => ({ body: '{}' });
  await request('GET', '/api/v1/feed', TIME);
  expect(phone.sent[0]?.authorization).toBe('');
});

test('an answer without a body is one', async () => {
  phone.server = () => ({ status: 204, body: '' });
  await expect(request('DELETE', '/api/v1/me', TIME)).resolves.toMatchObject({
    ok: true,
    status: 204,
    body: undefined,
  });
});
