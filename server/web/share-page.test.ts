import type { TestApp } from '../testing/app';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';
import { escapeHtml } from '../http/escape-html';
import { sharePage } from './share-page';

const HOSTILE = `"><script>alert('x')</script>&`;
const ESCAPED = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;';

test('nothing of a text ends an attribute or begins a tag', () => {
  expect(escapeHtml(HOSTILE)).toBe(ESCAPED);
  const page = sharePage({ id: 'e', title: HOSTILE, description: HOSTILE, origin: HOSTILE });
  expect(page).not.toContain('<script');
  expect(page.split(ESCAPED).length - 1).toBeGreaterThanOrEqual(6);
});

describe.each(ENGINES)('a shared event on %s', (engine) => {
  const testServer = useTestServer(engine);
  let at: TestApp;
  beforeEach(async () => {
    at = await testServer.openFresh();
  });

  test('its page says what, when and where, and leads to the app', async () => {
    await at.publish('e', { title: '走进<实验室>' });
    const { status, headers, text } = await at.ask('/e/e');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(text).toContain('<meta property="og:title" content="走进&lt;实验室&gt;">');
    expect(text).toMatch(/og:description" content="9月10日 14:00，.+。自愿参加，不收费。"/);
    expect(text).toContain('content="0; url=/#/packages/event/index?id=e"');
  });

  test('of a cancelled one it says so', async () => {
    await at.publish('e');
    await at.cancel('e');
    expect((await at.ask('/e/e')).text).toContain('og:description" content="本场活动已取消。"');
  });

  test('one that is not there leads to the app, which says so; what is no id leads to its first page', async () => {
    await at.publish('gone');
    await at.remove('gone');
    for (const id of ['gone', 'never']) {
      const { status, headers } = await at.ask(`/e/${id}`);
      expect([status, headers.location]).toEqual([302, `/#/packages/event/index?id=${id}`]);
    }
    const { status, headers } = await at.ask(`/e/${encodeURIComponent('//evil.example')}`);
    expect([status, headers.location]).toEqual([302, '/']);
  });
});
