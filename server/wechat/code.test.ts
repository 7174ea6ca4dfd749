import type { TestApp } from '../testing/app';
import { drawCode } from '../testing/code-picture';
import { ENGINES } from '../testing/database';
import { useTestServer } from '../testing/test-server';
import { startFakeWechat, type FakeWechat } from '../testing/fake-wechat';

const OPEN = Date.UTC(2026, 8, 2);
const PATH = '/api/v1/mini-program-code';
const THEME = `${PATH}?campaign=open&card=theme&design=solemn`;

describe.each(ENGINES)('mini-program codes on %s', (engine) => {
  const testServer = useTestServer(engine);
  let wechat: FakeWechat;
  let at: TestApp;
  let now: number;
  beforeEach(async () => {
    now = OPEN;
    wechat = await startFakeWechat();
    at = await testServer.openFresh({ now: () => now, config: { wechat: wechat.config } });
  });
  afterEach(async () => {
    await wechat.close();
  });

  const problemOf = async (url: string): Promise<unknown> => {
    const { status, json } = await at.ask(url);
    return [status, (json() as { readonly code?: string }).code];
  };

  test('a card’s code is WeChat’s picture, to be kept, and asked for once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => at.app.inject(THEME)));
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=604800' });
      expect(answer.rawPayload.equals(drawCode('open/theme/solemn'))).toBe(true);
    }
    const etag = String(answers[0]?.headers.etag);
    const again = await at.ask({ method: 'GET', url: THEME, headers: { 'if-none-match': etag } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    await at.ask(`${PATH}?campaign=past&card=1&design=paper-cut`);
    expect(wechat.scenes).toEqual(['open/theme/solemn', 'past/1/paper-cut']);
  });

  test.each([
    ['an unknown year', 'campaign=1999&card=theme&design=solemn', [404, 'campaign-not-found']],
    ['a slogan that is not there', 'campaign=open&card=2&design=solemn', [404, 'card-not-found']],
    ['a card that is none', 'campaign=open&card=../1&design=solemn', [404, 'card-not-found']],
    ['an unknown design', 'campaign=open&card=theme&design=neon', [400, 'invalid-input']],
    ['no card', 'campaign=open&design=solemn', [400, 'invalid-input']],
    ['another scene beside it', 'scene=anything', [400, 'invalid-input']],
  ])('%s is refused without asking WeChat', async (_name, query, refusal) => {
    expect(await problemOf(`${PATH}?${query}`)).toEqual(refusal);
    expect([wechat.scenes, wechat.tokens]).toEqual([[], []]);
  });

  test('an access token that no longer holds is replaced at once', async () => {
    await at.ask(THEME);
    wechat.tokens.push('another-process-asked-for-one');
    expect((await at.ask(`${PATH}?campaign=open&card=1&design=solemn`)).status).toBe(200);
    expect(wechat.scenes).toHaveLength(2);
  });

  test.each([
    ['a proxy’s page', 'page'],
    ['an error of its own', 45009],
  ] as const)('with %s WeChat is left alone for a while, and then asked again', async (_name, trouble) => {
    // The first is for the token.
    await at.ask(THEME);
    wechat.instead.push(trouble);
    const other = `${PATH}?campaign=open&card=1&design=light`;
    expect(await problemOf(other)).toEqual([503, 'mini-program-code-unavailable']);
    expect(await problemOf(other)).toEqual([503, 'mini-program-code-unavailable']);
    expect(wechat.scenes).toHaveLength(1);
    expect((await at.ask(THEME)).status).toBe(200);
    now += 10_000;
    expect((await at.ask(other)).status).toBe(200);
  });

  test('with WeChat gone it says so, in words', async () => {
    await wechat.close();
    const { status, headers, json } = await at.ask(THEME);
    expect([status, headers['cache-control'], json()]).toMatchObject([
      503,
      'no-store',
      { code: 'mini-program-code-unavailable', detail: '微信暂时没有给出小程序码，请稍后再试。' },
    ]);
  });

  test('a server without a mini-program makes none', async () => {
    const plain = await testServer.openFresh({ now: () => now });
    expect((await plain.ask(THEME)).json()).toMatchObject({ status: 404, code: 'mini-program-code-off' });
  });
});
