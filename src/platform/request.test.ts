import type { Scripted } from '../testing/fake-phone-state';
import Taro, { phone } from '../testing/fake-taro';
import { request } from './request';

const ask = (): ReturnType<typeof request> => request('GET', '/api/v1/feed?region=540000', { timeoutMs: 10_000 });

function serverSays(scripted: Scripted): void {
  phone.server = () => scripted;
}

beforeEach(() => {
  phone.reset();
});

test('an answer is its status, its body and the server’s clock', async () => {
  serverSays({ body: '{"a":1}', header: { date: 'Fri, 18 Sep 2026 06:00:00 GMT' } });
  await expect(ask()).resolves.toMatchObject({
    ok: true,
    status: 200,
    body: { a: 1 },
    clock: { serverDate: Date.UTC(2026, 8, 18, 6), spanMs: 1000 },
  });
  expect(phone.requests).toEqual(['/api/v1/feed?region=540000']);
});

test.each([
  ['as WeChat writes it', { Date: 'Fri, 18 Sep 2026 06:00:00 GMT' }, Date.UTC(2026, 8, 18, 6)],
  ['with its age in a cache', { Date: 'Fri, 18 Sep 2026 06:00:00 GMT', Age: '90' }, Date.UTC(2026, 8, 18, 6, 1, 30)],
  ['with an age that is none', { Date: 'Fri, 18 Sep 2026 06:00:00 GMT', Age: '-5' }, Date.UTC(2026, 8, 18, 6)],
])('the server gives the time %s', async (_, header, serverDate) => {
  serverSays({ body: '0', header });
  await expect(ask()).resolves.toMatchObject({ ok: true, clock: { serverDate } });
});

test.each([
  ['not at all', {}],
  ['as nonsense', { Date: 'yesterday' }],
])('the server gives the time %s', async (_, header) => {
  serverSays({ body: '0', header });
  await expect(ask()).resolves.toMatchObject({ ok: true, clock: null });
});

test.each([
  ['no network', 'offline', { ok: false, reason: 'offline' }],
  ['a time-out of the platform', 'timeout', { ok: false, reason: 'timeout' }],
  ['a page of a captive portal', { body: '<html>log in</html>' }, { ok: false, reason: 'garbage' }],
  ['half an answer', { body: '{"a":' }, { ok: false, reason: 'garbage' }],
  ['an empty answer', { body: '' }, { ok: false, reason: 'garbage' }],
  [
    'an error without JSON',
    { status: 502, body: 'Bad gateway' },
    { ok: false, reason: 'http', status: 502, retryAfterMs: null },
  ],
  [
    'a problem',
    { status: 404, body: '{"code":"no-such-campaign"}' },
    { ok: false, reason: 'http', status: 404, problem: { code: 'no-such-campaign' }, retryAfterMs: null },
  ],
] as const)('%s is a value', async (_, scripted, answer) => {
  serverSays(scripted);
  await expect(ask()).resolves.toEqual(answer);
});

test.each([
  [{ 'Retry-After': '30' }, 30_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': 'Fri, 18 Sep 2026 06:00:00 GMT' }, null],
  [{ 'retry-after': '-1' }, null],
  [{}, null],
])('a server that is busy says when to come back: %j', async (header, retryAfterMs) => {
  serverSays({ status: 503, body: '{}', header });
  await expect(ask()).resolves.toMatchObject({ ok: false, reason: 'http', status: 503, retryAfterMs });
});

test.each([
  ['a browser’s abort', { errMsg: 'signal is aborted without reason' }, 'timeout'],
  ['a phone’s name look-up', { errMsg: 'request:fail -105:net::ERR_NAME_NOT_RESOLVED' }, 'offline'],
  ['a domain that is not registered', { errMsg: 'request:fail url not in domain list' }, 'offline'],
  ['something without words', undefined, 'offline'],
])('%s that is thrown at once is a value too', async (_, error, reason) => {
  const request = jest.spyOn(Taro, 'request').mockImplementation(() => {
    throw error as unknown as Error;
  });
  await expect(ask()).resolves.toEqual({ ok: false, reason });
  request.mockRestore();
});

describe('a server that hangs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is given up after ten seconds, and the request with it', async () => {
    serverSays('hang');
    const answer = ask();
    let settled = false;
    void answer.then(() => {
      settled = true;
    });
    await jest.advanceTimersByTimeAsync(9_999);
    expect(settled).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await expect(answer).resolves.toEqual({ ok: false, reason: 'timeout' });
    expect(phone.aborted).toEqual(phone.requests);
  });

  test('leaves no clock running after an answer', async () => {
    serverSays({ body: '0' });
    await ask();
    expect(jest.getTimerCount()).toBe(0);
  });
});
