import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { eq } from 'drizzle-orm';
import { FeedPageSchema } from '../../domain/feed/feed';
import { campaign, meta } from '../db/schema';
import type { TestApp } from '../testing/app';
import { useTestServer } from '../testing/test-server';
import { formatCursor } from './cursor';
import { waitUntil } from '../testing/wait-until';

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

  test('sends the same headers made anew and from memory, known or not', async () => {
    const without = ({ headers }: Raw): Record<string, unknown> => ({ ...headers, date: undefined });
    const made = await get(FEED);
    const ready = await get(FEED);
    expect(await metric('feed_answers_total{from="memory"}')).toBe(1);
    expect(without(ready)).toEqual(without(made));
    expect(made.headers).toHaveProperty('strict-transport-security');
    expect(made.headers).toHaveProperty('content-security-policy');
    const known = { 'if-none-match': String(made.headers.etag) };
    const fromMemory = await get(FEED, known);
    const byRoute = await get(`${FEED}&cursor=none`, known);
    expect([fromMemory.status, byRoute.status]).toEqual([304, 304]);
    expect(without(fromMemory)).toEqual(without(byRoute));
  });

  test('keeps one page however it is asked for', async () => {
    const { body } = await get(FEED);
    const pages = await metric('feed_pages');
    const odd = [
      '/api/v1/feed?region=540000&cursor=',
      '/api/v1/feed?cursor=&region=540000',
      '/api/v1/feed?region=%35%34%30%30%30%30',
      '/api/v1/feed?&&region=540000&',
      '/api/v1/feed?region=540000&cursor=%20',
      '/api/v1/feed?region=540000&cursor=AAAA====',
      '/api/v1/feed?region=540000&campaign=open',
      '/api/v1/feed?region=540000&utm_source=x',
      '/api/v1/feed?region=540000&_=1',
      '/api/v1/feed?region=540000#x',
      '//api/v1/feed?region=540000',
      '/api/v1/feed/?region=540000',
      '/API/v1/feed?region=540000',
      '/api/v1/feed?region=540000%00',
      '/api/v1/feed?region=+540000',
      '/api/v1/feed?region[]=540000',
      '/api/v1/feed?region=540000&cursor=a&cursor=b',
      '/api/v1/feed?__proto__=1&region=540000',
    ];
    for (const path of odd) {
      const answer = await get(path);
      if (answer.status === 200) expect([path, answer.body.equals(body)]).toEqual([path, true]);
      else expect([path, answer.status]).toEqual([path, expect.any(Number)]);
    }
    expect(await metric('feed_pages')).toBe(pages);
  });

  test('keeps the pages of other regions ready while one publishes, and asks no database for a delta', async () => {
    const cursorOf = async (region: string): Promise<string> => (await at.feed({ region })).cursor;
    const [here, elsewhere] = [await cursorOf('540000'), await cursorOf('110000')];
    const quiet = `/api/v1/feed?region=110000&cursor=${elsewhere}`;
    const first = await get(quiet);
    const transactions = jest.spyOn(testServer.database.db, 'transaction');
    const selects = jest.spyOn(testServer.database.db, 'select');
    for (const title of ['甲', '乙', '丙']) {
      await at.publish('e', { title });
      transactions.mockClear();
      selects.mockClear();
      const served = await metric('feed_answers_total{from="memory"}');
      const delta = await get(`/api/v1/feed?region=540000&cursor=${here}`);
      const page = v.parse(FeedPageSchema, JSON.parse(delta.body.toString()));
      expect(page).toMatchObject({ reset: false, more: false, removed: [], events: [{ id: 'e', title }] });
      expect((await get(quiet)).headers.etag).toBe(first.headers.etag);
      expect(await metric('feed_answers_total{from="memory"}')).toBe(served + 1);
      expect([transactions.mock.calls.length, selects.mock.calls.length]).toEqual([0, 0]);
    }
    jest.restoreAllMocks();
  });

  test('answers all who miss nothing of their region with one page, whatever changed elsewhere since', async () => {
    const [head] = await testServer.database.db
      .select({ epoch: meta.epoch, rev: campaign.rev })
      .from(meta)
      .innerJoin(campaign, eq(campaign.id, 'open'));
    const scope = { epoch: head?.epoch ?? '', campaignId: 'open', region: '110000' };
    for (const title of ['甲', '乙', '丙']) await at.publish('e', { title });
    const cursors = [0, 1, 2].map((later) => formatCursor(scope, { rev: (head?.rev ?? 0) + later, fullSince: null }));
    const ask = (cursor: string): Promise<Raw> => get(`/api/v1/feed?region=110000&cursor=${cursor}`);
    const first = await ask(cursors[0] ?? '');
    const pages = await metric('feed_pages');
    const rest = [await ask(cursors[1] ?? ''), await ask(cursors[2] ?? '')];
    expect(rest.map(({ headers }) => headers.etag)).toEqual([first.headers.etag, first.headers.etag]);
    expect(await metric('feed_pages')).toBe(pages);
    const { cursor } = v.parse(FeedPageSchema, JSON.parse(first.body.toString()));
    const again = v.parse(FeedPageSchema, JSON.parse((await ask(cursor)).body.toString()));
    expect(again).toMatchObject({ cursor, more: false, events: [], removed: [], campaign: null, programme: null });
  });

  test('lets go of a reader that takes nothing', async () => {
    const slow = await testServer.openOther({ stuckMs: 200 });
    await slow.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = slow.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.pause();
    // Far more than the buffers of the system take.
    const ask = `GET ${FEED} HTTP/1.1\r\nhost: x\r\n\r\n`;
    for (let count = 0; count < 5_000; count++) socket.write(ask);
    const connections = (): Promise<number> =>
      new Promise((resolve) => {
        slow.app.server.getConnections((_error, count) => {
          resolve(count);
        });
      });
    await waitUntil(async () => ((await connections()) > 0 ? true : undefined), 5_000);
    await waitUntil(async () => ((await connections()) === 0 ? true : undefined), 20_000);
    socket.destroy();
  }, 60_000);

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
