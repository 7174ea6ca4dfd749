import type { AddressInfo } from 'node:net';
import type { TestApp } from '../testing/app';
import { newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';

const testServer = useTestServer('embedded');
let at: TestApp;
let origin: string;

const pages = async (): Promise<number> =>
  Number(/^feed_pages (\d+)$/m.exec((await at.ask('/metrics')).text)?.[1] ?? NaN);

/** Other ways to write the same question, and questions that nobody of ours asks. */
const oddly = (path: string, region: string): string[] => [
  `${path}?region=${region}&`,
  `${path}?&&region=${region}`,
  `${path}?region=${region}#x`,
  `${path}?region=${region.replaceAll(/\d/g, '%3$&')}`,
  `${path}?region=${region}&utm_source=x`,
  `${path}?_=1&region=${region}`,
  `${path}?__proto__=1&region=${region}`,
  `${path}?region=${region}&region=${region}`,
  `${path}?region[]=${region}`,
  `${path}?REGION=${region}`,
  `${path}?region=+${region}`,
  `${path}?region=${region}%00`,
  `${path}/?region=${region}`,
  `/${path}?region=${region}`,
  `${path.toUpperCase()}?region=${region}`,
  `${path}?region=999999`,
];

beforeEach(async () => {
  at = await testServer.openFresh({ config: { deployment: { webAddress: 'https://example.org' } } });
  await at.publish('e');
  await at.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(at.app.server.address() as AddressInfo).port}`;
});

test.each(['/api/v1/feed', '/api/v1/calendar.ics', '/api/v1/events.atom', '/api/v1/events.rss', '/embed'])(
  '%s is kept once however it is asked for, and never holds another answer',
  async (path) => {
    const headers = { 'accept-encoding': 'identity' };
    const usual = await (await fetch(`${origin}${path}?region=540000`, { headers })).text();
    const kept = await pages();
    for (const odd of oddly(path, '540000')) {
      for (const host of ['a.example', 'b.example']) {
        const answer = await at.ask({ url: odd, headers: { ...headers, host } });
        if (answer.status === 200) expect([odd, answer.text]).toEqual([odd, usual]);
        else expect([odd, answer.status >= 300 && answer.status < 500]).toEqual([odd, true]);
      }
    }
    expect(await pages()).toBe(kept);
    expect(await (await fetch(`${origin}${path}?region=540000`, { headers })).text()).toBe(usual);
  },
);

test.each(['/api/v1/calendar.ics', '/api/v1/events.atom', '/api/v1/events.rss', '/embed'])(
  '%s of an organisation likewise, in whichever case its id is written',
  async (path) => {
    const org = await newOrganisation(testServer.database.db, '540100');
    const headers = { 'accept-encoding': 'identity' };
    expect((await at.ask({ url: `${path}?organisation=${org}`, headers })).status).toBe(200);
    const kept = await pages();
    for (const id of [org.toUpperCase(), `${org}&x=1`, `${org}%00`, `{${org}}`, org.replaceAll('-', '')]) {
      const { status } = await at.ask({ url: `${path}?organisation=${id}`, headers });
      expect([id, status < 500]).toEqual([id, true]);
    }
    expect(await pages()).toBe(kept);
  },
);

test('an encoding is one of three, however it is asked for', async () => {
  const ask = (encoding: string): Promise<unknown> =>
    at.ask({ url: '/api/v1/feed?region=540000', headers: { 'accept-encoding': encoding } });
  for (const encoding of ['identity', 'gzip', 'br']) await ask(encoding);
  const kept = await pages();
  for (const odd of ['BR', 'gzip;q=1.0', ' br ;q=0.3, gzip', '*', 'zstd', 'deflate', 'x'.repeat(500), 'gzip, , ,', ''])
    await ask(odd);
  expect(await pages()).toBe(kept);
});
