/** The browser build keeps itself: with the server gone, a reload opens the app, and the ticket in it. */
import type { AppDriver } from './driver';
import { dayFromNow, eventBody } from './event-fixture';
import { openTerms } from './other-user';
import { signUpForVisit } from './sign-up-server';
import { type TestServer, startTestServer } from './test-server';

let testServer: TestServer | undefined;
let app: AppDriver;

beforeEach(async () => {
  testServer = await startTestServer();
  app = await testServer.open('h5', { region: { code: '540102', name: '拉萨市城关区' }, offlineCopy: true });
});
afterEach(async () => {
  await app.close();
  await testServer?.stop();
});

test('the ticket at the door, with no server and after a reload', async () => {
  await testServer?.publish(
    'PUT',
    'events/e',
    eventBody({ title: '门口看凭证', day: dayFromNow(2), signUp: openTerms() }),
  );
  await app.page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await app.restart({ path: 'packages/event/index?id=e' });
  await signUpForVisit(app);

  await testServer?.stop();
  testServer = undefined;
  await app.restart();
  await app.waitText('我的下一场活动');
  await app.tap('门口看凭证');
  await app.waitText('入场时出示这个二维码');
  // A screen that was never opened before is there as well.
  await app.restart({ path: 'packages/complaint/index' });
  await app.waitText('12315');
  expect(await app.errors()).toEqual([]);
});
