import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { FeedPageSchema } from '../../domain/feed/feed';
import type { TestApp } from '../testing/app';
import { useTestServer } from '../testing/test-server';

const testServer = useTestServer('embedded');
let at: TestApp;

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
    at = await testServer.openFresh();
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
    const restarted = await testServer.openOther();
    const answer = await restarted.ask({ url: FEED, headers: { 'if-none-match': etag } });
    expect([answer.status, answer.text]).toEqual([304, '']);
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
