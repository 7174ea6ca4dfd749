import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { FeedPageSchema } from '../src/domain/feed';
import {
  makeApp,
  makeFreshApp,
  openTestDatabase,
  SLOW_MS,
  TOKEN,
  type OpenTestDatabase,
  type TestApp,
} from './testing/app';
import { bodyOf } from './testing/content';

let database: OpenTestDatabase;
beforeAll(async () => {
  database = await openTestDatabase('embedded');
}, SLOW_MS);
afterAll(() => database.closeAndRemove(), SLOW_MS);

let at: TestApp;
const open = async (
  ...options: Parameters<typeof makeFreshApp> extends [unknown, ...infer R] ? R : never
): Promise<void> => {
  at = await makeFreshApp(database, ...options);
};
afterEach(() => at.app.close());

const put = (headers: Record<string, string>, payload: string = JSON.stringify(bodyOf())): ReturnType<TestApp['ask']> =>
  at.ask({
    method: 'PUT',
    url: '/api/v1/events/e',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
const bearer = { authorization: `Bearer ${TOKEN}` };

describe('who may publish', () => {
  test.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['another token', { authorization: 'Bearer another-token-of-the-same-kind-0123456789' }],
    ['a part of the token', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('not with %s', async (_name, headers) => {
    await open();
    const answer = await put(headers);
    expect(answer).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
    expect(answer.json()).toMatchObject({ code: 'unauthorized' });
    expect((await at.ask({ method: 'DELETE', url: '/api/v1/events/e', headers })).status).toBe(401);
    const cancelled = await at.ask({
      method: 'POST',
      url: '/api/v1/events/e/cancel',
      headers,
      payload: { reason: '雪' },
    });
    expect(cancelled.status).toBe(401);
  });

  test('nobody while no token is set', async () => {
    await open({ config: { publisherToken: null } });
    expect((await put(bearer)).json()).toMatchObject({ status: 403, code: 'publishing-off' });
  });

  test('who has the token', async () => {
    await open();
    expect((await put(bearer)).status).toBe(201);
  });
});

describe('every mistake is a problem document', () => {
  test.each([
    ['an unknown address', { method: 'GET', url: '/api/v1/nothing' }, 404, 'not-found'],
    ['an unknown page', { method: 'GET', url: '/nothing.html' }, 404, 'not-found'],
    ['a broken address', { method: 'GET', url: '/api/%zz' }, 400, 'bad-request'],
    ['a known address, asked wrongly', { method: 'POST', url: '/api/v1/feed' }, 405, 'method-not-allowed'],
    [
      'a body too large',
      { method: 'PUT', url: '/api/v1/events/e', payload: { title: 'x'.repeat(70_000) } },
      413,
      'body-too-large',
    ],
    [
      'a body of another kind',
      { method: 'PUT', url: '/api/v1/events/e', payload: '<a/>', headers: { 'content-type': 'text/xml' } },
      415,
      'unsupported-media-type',
    ],
  ] as const)('%s', async (_name, { method, url, ...rest }, status, code) => {
    await open();
    const answer = await at.ask({
      method,
      url,
      ...rest,
      headers: { ...('headers' in rest ? rest.headers : {}), ...bearer },
    });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    const { type, title, detail, ...problem } = v.parse(
      v.object({ type: v.string(), title: v.string(), detail: v.string(), status: v.number(), code: v.string() }),
      answer.json(),
    );
    expect(problem).toEqual({ status, code });
    expect(type).toBe(`urn:quality-month:problem:${code}`);
    expect(title + detail).toMatch(/^[\u3000-\u9fff\uff00-\uffef0-9A-Za-z .\-/]+$/);
  });

  test('405 says what is allowed', async () => {
    await open();
    expect((await at.ask({ method: 'POST', url: '/api/v1/feed' })).headers.allow).toBe('GET, HEAD');
    expect((await at.ask({ method: 'PATCH', url: '/api/v1/events/e' })).headers.allow).toBe('GET, HEAD, PUT, DELETE');
  });

  test('too many writes from one address; reading goes on', async () => {
    await open({ config: { rateLimit: 2 } });
    expect([(await put({})).status, (await put(bearer)).status]).toEqual([401, 201]);
    const third = await put(bearer);
    expect([third.status, third.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect((await at.ask('/api/v1/events/e')).status).toBe(200);
    expect((await at.ask('/api/v1/feed?region=540000')).status).toBe(200);
  });

  test('behind a trusted proxy each caller is counted by its own address', async () => {
    await open({ config: { rateLimit: 1, trustProxy: 1 } });
    const from = (address: string): Promise<number> =>
      put({ ...bearer, 'x-forwarded-for': address }).then(({ status }) => status);
    expect([await from('203.0.113.1'), await from('203.0.113.2'), await from('203.0.113.1')]).toEqual([201, 200, 429]);
  });
});

describe('what goes wrong inside', () => {
  test('is told to nobody, in no answer and in no log line', async () => {
    const lines: string[] = [];
    await open({ config: { logLevel: 'info' }, logTo: { write: (line) => lines.push(line) } });
    await database.db.execute(sql`alter table event rename to event_away`);
    try {
      const answer = await at.ask({
        method: 'PUT',
        url: '/api/v1/events/secret-id',
        headers: bearer,
        payload: bodyOf({ title: '张三的开放日', organiser: { name: '李四', phone: '13800000000' } }),
      });
      expect([answer.status, answer.json()]).toMatchObject([500, { code: 'internal-error' }]);
      expect((await at.ask('/api/v1/feed?region=540000')).json()).toMatchObject({ code: 'internal-error' });
      expect(answer.text).not.toMatch(/event_away|select|insert|\bat \//i);
      const failure = lines.find((line) => line.includes('request failed'));
      expect(failure).toContain('"code":"42P01"');
      expect(lines.join('')).not.toMatch(/张三|李四|13800000000|secret-id|select|insert|params|127\.0\.0\.1/i);
    } finally {
      await database.db.execute(sql`alter table event_away rename to event`);
    }
    expect((await at.ask('/api/v1/feed?region=540000')).status).toBe(200);
  });

  test('a log line has method, route, status, time and the request’s number, no more', async () => {
    const lines: string[] = [];
    await open({ config: { logLevel: 'info' }, logTo: { write: (line) => lines.push(line) } });
    await at.ask('/api/v1/events/e?name=secret');
    const { time, pid, hostname, level, ms, ...line } = JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
    expect([time, pid, hostname, level, ms].every((each) => each !== undefined)).toBe(true);
    expect(line).toEqual({
      reqId: expect.any(String) as string,
      method: 'GET',
      route: '/api/v1/events/:id',
      status: 404,
    });
  });
});

describe('the running server', () => {
  const get = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> => {
    const { port } = at.app.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      request({ port, path, headers, method }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
        });
      })
        .on('error', reject)
        .end();
    });
  };
  interface Raw {
    readonly status: number | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly body: Buffer;
  }
  const FEED = '/api/v1/feed?region=540000';
  const metric = async (line: string): Promise<number> =>
    Number(new RegExp(`^${line.replaceAll(/[{}"]/g, '\\$&')} (\\d+)`, 'm').exec((await at.ask('/metrics')).text)?.[1]);

  beforeEach(async () => {
    await open();
    await at.publish('e');
    await at.app.listen({ port: 0, host: '127.0.0.1' });
  });

  test.each([
    [{}, undefined, (body: Buffer) => body],
    [{ 'accept-encoding': 'gzip, deflate' }, 'gzip', gunzipSync],
    [{ 'accept-encoding': 'gzip, deflate, br' }, 'br', brotliDecompressSync],
    [{ 'accept-encoding': 'br;q=0, gzip;q=0.5' }, 'gzip', gunzipSync],
    [{ 'accept-encoding': 'zstd' }, undefined, (body: Buffer) => body],
  ])('sends the feed as %j asks, the same made anew and from memory', async (headers, encoding, unpack) => {
    const made = await get(FEED, headers);
    const ready = await get(FEED, headers);
    for (const { status, headers: got, body } of [made, ready]) {
      expect(status).toBe(200);
      expect(got['content-encoding']).toBe(encoding);
      expect(got).toMatchObject({
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=0, s-maxage=2',
        'content-length': String(body.length),
        'content-type': 'application/json; charset=utf-8',
        'x-content-type-options': 'nosniff',
      });
      const page = v.parse(FeedPageSchema, JSON.parse(unpack(body).toString()));
      expect(page.events.map(({ id }) => id)).toEqual(['e']);
    }
    expect(ready.headers.etag).toBe(made.headers.etag);
    expect(await metric('feed_answers_total{from="memory"}')).toBe(1);
    expect(await metric('feed_answers_total{from="made"}')).toBe(1);
  });

  test('has a strong tag for each form', async () => {
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (form) => (await get(FEED, { 'accept-encoding': form })).headers.etag),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{27}"$/);
  });

  test('answers 304 to what is known, until something changes', async () => {
    const { headers: first } = await get(FEED);
    const etag = String(first.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, body, headers } = await get(FEED, { 'if-none-match': known });
      expect([status, body.length, headers.etag, headers.vary]).toEqual([304, 0, etag, 'Accept-Encoding']);
    }
    expect((await get(FEED, { 'if-none-match': '"other"' })).status).toBe(200);
    expect(await metric('feed_answers_total{from="not-modified"}')).toBe(4);
    await at.publish('e', { title: '新题目' });
    const changed = await get(FEED, { 'if-none-match': etag });
    expect([changed.status, changed.headers.etag === etag]).toEqual([200, false]);
    const tag = String(changed.headers.etag);
    expect((await get(`${FEED}&cursor=`, { 'if-none-match': tag })).status).toBe(304);
  });

  test('answers 304 to the first who asks after a restart, too', async () => {
    const etag = String((await get(FEED)).headers.etag);
    const restarted = await makeApp(database);
    const answer = await restarted.ask({ url: FEED, headers: { 'if-none-match': etag } });
    expect([answer.status, answer.text]).toEqual([304, '']);
    await restarted.app.close();
  });

  test('answers HEAD', async () => {
    const { status, headers, body } = await get(FEED, {}, 'HEAD');
    expect([status, body.length, Number(headers['content-length']) > 100]).toEqual([200, 0, true]);
  });

  test('leaves what is not ready, or wrong, to the framework', async () => {
    await get(FEED);
    for (const [path, status] of [
      ['/api/v1/feed', 400],
      ['/api/v1/feed?region=540000&region=540000', 400],
      ['/api/v1/feedback?region=540000', 404],
      ['/api/v1/feed?region=540000&campaign=none', 404],
      ['/api/v1/feed?campaign=open&region=540000', 200],
      ['/api/v1/feed?region=%35%34%30%30%30%30', 200],
    ] as const) {
      expect([path, (await get(path)).status]).toEqual([path, status]);
    }
  });
});

describe('for whoever runs it', () => {
  test('health, readiness and figures', async () => {
    await open();
    await at.publish('e');
    expect((await at.ask('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await at.ask('/readyz')).json()).toEqual({ status: 'ready' });
    const { text } = await at.ask('/metrics');
    expect(text).toContain('campaign_rev{campaign="open"} 2');
    expect(text).toContain('http_request_seconds_count{method="PUT",route="/api/v1/events/:id",status="201"} 1');
    expect(text).toContain('process_resident_memory_bytes');
  });

  test('the API’s description names every route and schema', async () => {
    await open();
    const document = (await at.ask('/api/openapi.json')).json() as { openapi: string; paths: Record<string, object> };
    expect(document.openapi).toBe('3.1.0');
    expect(
      Object.entries(document.paths)
        .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
        .sort(),
    ).toEqual([
      'delete /api/v1/events/{id}',
      'delete /api/v1/me',
      'delete /api/v1/sessions/current',
      'get /api/v1/availability',
      'get /api/v1/calendar.ics',
      'get /api/v1/campaigns',
      'get /api/v1/events/{id}',
      'get /api/v1/events/{id}.ics',
      'get /api/v1/feed',
      'get /api/v1/inbox',
      'get /api/v1/me',
      'get /api/v1/messages',
      'get /api/v1/mini-program-code',
      'get /api/v1/sign-ups',
      'post /api/v1/events/{id}/cancel',
      'post /api/v1/inbox/read',
      'post /api/v1/messages/grants',
      'post /api/v1/sessions',
      'post /api/v1/sign-ups',
      'post /api/v1/sign-ups/{id}/cancel',
      'put /api/v1/events/{id}',
    ]);
    expect(document).toMatchObject({
      paths: {
        '/api/v1/feed': {
          get: {
            parameters: [{ name: 'region', in: 'query', required: true }, { name: 'campaign' }, { name: 'cursor' }],
          },
        },
        '/api/v1/events/{id}': {
          put: {
            security: [{ publisher: [] }],
            requestBody: { content: { 'application/json': { schema: { additionalProperties: false } } } },
          },
        },
      },
    });
    expect((await at.ask('/api/docs')).status).toBe(200);
  });
});

describe('the browser app', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'quality-month-web-'));
    mkdirSync(join(root, 'js'));
    writeFileSync(join(root, 'index.html'), '<script>boot()</script><div id="app"></div>');
    writeFileSync(join(root, 'js/app.0123abcd.js'), 'plain');
    writeFileSync(join(root, 'js/app.0123abcd.js.gz'), 'zipped');
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  test('is served at the root, asked for anew each time, its parts for ever', async () => {
    await open({ webRoot: root });
    const page = await at.ask('/');
    expect([page.status, page.headers['cache-control'], page.text]).toEqual([
      200,
      'no-cache',
      expect.stringContaining('boot()'),
    ]);
    const part = await at.ask({ url: '/js/app.0123abcd.js', headers: { 'accept-encoding': 'gzip' } });
    expect(part).toMatchObject({
      status: 200,
      text: 'zipped',
      headers: { 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' },
    });
    expect((await at.ask('/../package.json')).status).toBe(404);
  });

  test('may run its own inline script and no other', async () => {
    await open({ webRoot: root });
    const policy = String((await at.ask('/')).headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'sha256-MeZS89WlF0u+o0hCvHTBt4q1WHU+U+sJKgbdRUc36mY='");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain("script-src 'unsafe");
  });

  test('need not be there', async () => {
    await open({ webRoot: join(root, 'nothing') });
    expect((await at.ask('/')).status).toBe(404);
    expect((await at.ask('/api/v1/campaigns')).status).toBe(200);
  });
});
