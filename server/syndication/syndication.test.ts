import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import Parser from 'rss-parser';
import { event } from '../db/schema';
import { NOW, type TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { newOrganisation } from '../testing/staff';
import { useTestServer } from '../testing/test-server';
import { escapeXml } from './write-feed';

const SITE = 'https://quality.example.cn';
const HOSTILE = '走进<实验室> & "秤"，]]> 看一看';

test('what XML has no room for is left out, and nothing ends a tag or an attribute', () => {
  expect(escapeXml('a\u0000b\ufffe<&>"𠮷\ud800')).toBe('ab&lt;&amp;&gt;&quot;𠮷');
});

/** As two parsers that know nothing of each other read it. */
interface Read {
  readonly title: string | undefined;
  readonly entries: readonly {
    readonly id: string | undefined;
    readonly title: string | undefined;
    readonly link: string | undefined;
    readonly text: string | undefined;
    readonly at: number;
  }[];
}

async function readAtom(text: string): Promise<Read> {
  const { title, entries = [] } = parseAtomFeed(text);
  const one: Read = {
    title: title?.value,
    entries: entries.map((entry) => ({
      ...{ id: entry.id, title: entry.title?.value, link: entry.links?.[0]?.href },
      ...{ text: entry.content?.value, at: Date.parse(entry.updated ?? '') },
    })),
  };
  const other = await new Parser<object, { id?: string }>().parseString(text);
  expect({
    title: other.title,
    entries: other.items.map((item) => ({
      ...{ id: item.id, title: item.title, link: item.link, text: item.content, at: Date.parse(item.isoDate ?? '') },
    })),
  }).toEqual(one);
  return one;
}

async function readRss(text: string): Promise<Read> {
  const { title, items = [] } = parseRssFeed(text);
  const one: Read = {
    title,
    entries: items.map((item) => ({
      ...{ id: item.guid?.value, title: item.title, link: item.link, text: item.description },
      at: Date.parse(item.pubDate ?? ''),
    })),
  };
  const other = await new Parser().parseString(text);
  expect({
    title: other.title,
    entries: other.items.map((item) => ({
      ...{ id: item.guid, title: item.title, link: item.link, text: item.content, at: Date.parse(item.isoDate ?? '') },
    })),
  }).toEqual(one);
  return one;
}

const FORMS = [
  ['atom', 'application/atom+xml; charset=utf-8', readAtom],
  ['rss', 'application/rss+xml; charset=utf-8', readRss],
] as const;

describe.each(ENGINES)('for other sites, on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    at = await testServer.openFresh({
      now: () => now,
      config: {
        deployment: { webAddress: SITE, services: { oneStop: 'https://one.example.cn/?a=1&b=2' } },
        embedSites: ['https://www.example.gov.cn'],
      },
    });
  });
  const organisationOf = async (...ids: readonly string[]): Promise<string> => {
    const organisationId = await newOrganisation(testServer.database.db, '540100', '拉萨市市场监督管理局');
    for (const id of ids) await testServer.database.db.update(event).set({ organisationId }).where(eq(event.id, id));
    return organisationId;
  };

  test.each(FORMS)('%s: two parsers read the same, the latest change first', async (form, type, read) => {
    await at.publish('hostile', { title: HOSTILE, summary: HOSTILE });
    now += 60_000;
    await at.publish('national', { region: '100000', venue: null });
    await at.publish('elsewhere', { region: '540202' });
    await at.publish('gone');
    await at.remove('gone');
    now += 60_000;
    await at.cancel('hostile', '场馆检修');
    const { status, headers, text } = await at.ask(`/api/v1/events.${form}?region=540100`);
    expect([status, headers['content-type']]).toEqual([200, type]);
    const feed = await read(text);
    expect(feed.title).toBe('质量月2026 · 拉萨市活动');
    expect(feed.entries).toMatchObject([
      { title: `已取消：${HOSTILE}`, link: `${SITE}/#/packages/event/index?id=hostile`, at: NOW + 120_000 },
      { title: '实验室开放日', at: NOW + 60_000 },
    ]);
    expect(feed.entries[0]?.text).toContain(`取消原因：场馆检修\n${HOSTILE}\n时间：9月10日 周四 14:00–16:00\n地点：`);
    expect(text).toContain(`<${form === 'atom' ? 'link' : 'atom:link'} rel="self"`);
    expect(text).toContain(`${SITE}/api/v1/events.${form}?region=540100`);
  });

  test('an entry keeps its id through changes, and so does the other form', async () => {
    await at.publish('a');
    const before = await readAtom((await at.ask('/api/v1/events.atom?region=540100')).text);
    await at.publish('a', { title: '改期' });
    const after = await readRss((await at.ask('/api/v1/events.rss?region=540100')).text);
    expect(after.entries.map(({ id }) => id)).toEqual(before.entries.map(({ id }) => id));
    expect(after.entries[0]?.id).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('an organisation has what it holds, as feed, calendar and page', async () => {
    await at.publish('ours');
    await at.publish('theirs');
    const organisation = await organisationOf('ours');
    for (const [form, , read] of FORMS) {
      const feed = await read((await at.ask(`/api/v1/events.${form}?organisation=${organisation}`)).text);
      expect([feed.title, feed.entries.length]).toEqual(['质量月2026 · 拉萨市市场监督管理局活动', 1]);
    }
    const calendar = await at.ask(`/api/v1/calendar.ics?organisation=${organisation}`);
    const events = new ICAL.Component(ICAL.parse(calendar.text) as unknown[]).getAllSubcomponents('vevent');
    expect(events.map((each) => each.getFirstPropertyValue('uid'))).toEqual(['ours.open@quality-month']);
    expect((await at.ask(`/embed?organisation=${organisation}`)).text).toContain('?id=ours');
  });

  test('nothing changed is 304, a change is not, and a feed has at most 100 entries', async () => {
    await at.publish('e0');
    const [row] = await testServer.database.db.select().from(event);
    if (!row) throw new Error('nothing was published');
    const copies = Array.from({ length: 100 }, (_, index) => ({ ...row, id: `e${index + 1}`, rev: -index }));
    await testServer.database.db.insert(event).values(copies);
    for (const url of [
      '/api/v1/events.atom?region=540100',
      '/api/v1/events.rss?region=540100',
      '/embed?region=540100',
    ]) {
      const { headers, text } = await at.ask(url);
      const etag = String(headers.etag);
      expect([text.match(/\?id=e/g)?.length, headers['cache-control']]).toEqual([
        url.startsWith('/embed') ? 50 : 100,
        'public, no-cache',
      ]);
      const ask = () => at.ask({ url, headers: { 'if-none-match': etag } });
      expect((await ask()).status).toBe(304);
      await at.publish('e0', { title: `又改了 ${url.length}` });
      expect((await ask()).status).toBe(200);
    }
  });

  test.each(['events.atom', 'events.rss', 'calendar.ics'])('%s: what nobody knows is refused', async (name) => {
    const statuses = [
      '',
      '?region=549999',
      '?region=x',
      '?organisation=x',
      `?organisation=${randomUUID()}`,
      `?region=540100&organisation=${randomUUID()}`,
    ].map(async (query) => (await at.ask(`/api/v1/${name}${query}`)).status);
    expect(await Promise.all(statuses)).toEqual([400, 400, 400, 400, 404, 400]);
  });

  test('the framed page: listed sites alone frame it; no cookie, no script, no form; what is over is gone', async () => {
    await at.publish('past', { startsAt: '2026-08-31T10:00:00+08:00', endsAt: '2026-08-31T12:00:00+08:00' });
    await at.publish('hostile', { title: HOSTILE });
    const { status, headers, text } = await at.ask('/embed?region=540100');
    expect([status, headers['set-cookie'], headers['x-frame-options']]).toEqual([200, undefined, undefined]);
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^style-src 'sha256-[A-Za-z0-9+/]{43}='$/),
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors https://www.example.gov.cn',
    ]);
    expect(text).not.toMatch(/<script|<form|<input|\son\w+=|javascript:|id=past/);
    expect(text).toContain('走进&lt;实验室&gt; &amp; &quot;秤&quot;');
    expect(text).toContain('href="https://one.example.cn/?a=1&amp;b=2"');
    expect(text).not.toContain('信用服务');
    now = Date.UTC(2026, 8, 11);
    expect((await at.ask('/embed?region=540100')).text).toContain('近期没有活动。');
  });

  test('without a list nobody frames it; without an address it leads to the server that was asked', async () => {
    const plain = await testServer.openOther({ now: () => now });
    await plain.publish('e');
    const page = await plain.ask({ url: '/embed?region=540100', headers: { host: 'trial.example:8080' } });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.text).toContain('href="http://trial.example:8080/#/packages/event/index?id=e"');
    const odd = await plain.ask({ url: '/embed?region=540100', headers: { host: 'a"><script>' } });
    expect(odd.text).toContain('href="http://localhost/#/');
  });
});
