/** What only the mini-program has: signing in with WeChat, and its messages, against a stand-in for WeChat's servers. */
import { startFakeWechat, type FakeWechat } from '../server/testing/fake-wechat';
import type { AppDriver } from './driver';
import { dayFromNow, publishOne } from './event-fixture';
import { openTerms } from './other-user';
import { fillVisit } from './sign-up-server';
import { type TestServer, startTestServer } from './test-server';

const LHASA = { code: '540102', name: '拉萨市城关区' };
const TEMPLATE = { id: 'template-of-changes', kinds: ['event-cancelled', 'changed'], fields: { thing1: 'title' } };

let wechat: FakeWechat;
let testServer: TestServer;
let app: AppDriver;

beforeAll(async () => {
  wechat = await startFakeWechat();
  testServer = await startTestServer({ ...wechat.environment, WECHAT_TEMPLATES: JSON.stringify([TEMPLATE]) });
});
beforeEach(async () => {
  app = await testServer.open('weapp', { region: LHASA, answers: { login: { code: 'a-code' } } });
});
afterEach(() => app.close());
afterAll(async () => {
  await testServer.stop();
  await wechat.close();
});

test('WeChat is down: said so, kept, and sent when it is back; then it brings the cancellation', async () => {
  const day = dayFromNow(2);
  await publishOne(testServer, 'e', { title: '微信里报的名', day, signUp: openTerms() });
  wechat.codes.set('a-code', 'a-person');
  wechat.instead.push('page');
  await app.waitText(/更新于 \d\d:\d\d/);
  await app.restart({ path: 'packages/event/index?id=e' });
  await app.tap('立即报名');
  await fillVisit(app);
  await app.tap('我已阅读并同意《报名隐私说明》');
  await app.tap('提交报名');
  await app.waitText('微信暂时没有回应');
  await app.tap('现在重试');
  await app.waitText('入场时出示这个二维码');

  await app.tap('提醒我');
  await app.waitText('好的，有变动会用微信通知您');
  await testServer.publish('POST', 'events/e/cancel', { reason: '场馆停电' });
  const until = performance.now() + 20_000;
  while (wechat.sent.length === 0 && performance.now() < until) await app.page.waitForTimeout(100);
  expect(wechat.sent).toEqual([
    expect.objectContaining({
      touser: 'a-person',
      template_id: TEMPLATE.id,
      data: { thing1: { value: '微信里报的名' } },
    }),
  ]);
  expect(await app.errors()).toEqual([]);
});
