/** Addresses as chat apps bend them: they open the event, or a page that says what is wrong and leads on. */
import cases from './cases/links.json';
import { dayFromNow, publishOne } from './event-fixture';
import { useTestServer } from './use-test-server';

const testServer = useTestServer();

beforeAll(() => publishOne(testServer, 'linked', { title: '被转发的活动', day: dayFromNow(2) }));

test('with a tail behind the id the event opens', async () => {
  const on = await testServer.open('h5', { region: null });
  for (const tail of cases['opens-the-event']) {
    await on.page.goto('about:blank');
    await on.page.goto(`${testServer.origin}/#/packages/event/index?id=${tail.replace('EVENT', 'linked')}`);
    await on.waitText('被转发的活动');
  }
  expect(await on.errors()).toEqual([]);
});

test('an address of no page says so, and leads on', async () => {
  const on = await testServer.open('h5', { region: null });
  for (const address of cases['says-no-such-page']) {
    await on.page.goto('about:blank');
    await on.page.goto(testServer.origin + address.replace('EVENT', 'linked'));
    await on.waitText('网址可能不完整，或者页面已经移走');
    await on.tap('去首页');
    await on.waitGone('网址可能不完整');
    expect(await on.route()).toBe('pages/home/index');
  }
});

test('an event that is not there offers no 重试', async () => {
  const on = await testServer.open('h5', { region: null, path: 'packages/event/index?id=gone-long-ago' });
  await on.waitText('找不到这场活动');
  expect(await on.text()).not.toContain('重试');
});

test('in the mini-program a page that is no more says so, and leads on', async () => {
  const on = await testServer.open('weapp', { path: 'packages/nope/index' });
  await on.waitText('网址可能不完整，或者页面已经移走');
  await on.tap('看活动日历');
  expect(await on.route()).toBe('pages/calendar/index');
});
