import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ENDPOINTS } from '../domain/api/table';
import { TOKEN, type TestApp, type TestAppOptions } from './testing/app';
import { bodyOf } from './testing/content';
import { useTestServer } from './testing/test-server';

const testServer = useTestServer('embedded');

let at: TestApp;
const open = async (options?: TestAppOptions): Promise<void> => {
  at = await testServer.openFresh(options);
};

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
    await testServer.database.db.execute(sql`alter table event rename to event_away`);
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
      await testServer.database.db.execute(sql`alter table event_away rename to event`);
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
    ).toEqual(
      ENDPOINTS.filter(({ path }) => path.startsWith('/api/v1/') || path === '/embed')
        .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
        .sort(),
    );
    expect(document).toMatchObject({
      paths: {
        '/api/v1/feed': {
          get: {
            parameters: [{ name: 'region', in: 'query', required: true }, { name: 'campaign' }, { name: 'cursor' }],
          },
        },
        '/api/v1/staff/me': { get: { security: [{ staff: [] }] } },
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

  test('answers a browser at an unknown address, but no other program, nor the API', async () => {
    await open({ webRoot: root });
    const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';
    const page = await at.ask({ url: '/packages/event/index?id=e', headers: { accept } });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('boot()')]);
    expect((await at.ask('/packages/event/index?id=e')).json()).toMatchObject({ code: 'not-found' });
    expect((await at.ask({ url: '/api/v1/nope', headers: { accept } })).json()).toMatchObject({ code: 'not-found' });
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
