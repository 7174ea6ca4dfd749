import type { AppDriver, EngineDriver } from './driver';
import { dayFromNow, publishOne } from './event-fixture';
import { until } from './search-fixture';
import { addToCalendar } from './phone-calendar';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const LHASA = { code: '540102', name: '拉萨市城关区' };
const day = dayFromNow(2);

const testServer = useTestServer();

beforeAll(async () => {
  await publishOne(testServer, 'kept', { title: '要记住的活动', day });
});

const EVENT = { region: LHASA, path: 'packages/event/index?id=kept' } as const;

async function openEvent(target: AppDriver['target']): Promise<AppDriver> {
  const opened = await testServer.open(target, EVENT);
  await opened.waitText('要记住的活动');
  return opened;
}

// Somebody who has chosen no region and only followed a link: the calendar does not depend on either.
test.each(TARGETS)('%s: an event goes into the phone’s calendar, with its times and its place', async (target) => {
  const at = await testServer.open(target, { ...EVENT, region: null });
  await at.waitText('要记住的活动');
  await addToCalendar(at, '加日历', testServer, { id: 'kept', title: '要记住的活动', day });
});

test('weapp: with everything refused it says so kindly, and all the rest works', async () => {
  const at = (await openEvent('weapp')) as EngineDriver;
  for (const api of ['addPhoneCalendar', 'setClipboardData', 'getLocation', 'openLocation', 'makePhoneCall'])
    await at.deny(api);
  await at.tap('加日历');
  await at.waitText('没有加上，可以在系统设置里允许使用日历');
  await at.tap('导航');
  await at.tap('关注');
  await at.waitText('已关注');
  await at.restart({ path: 'packages/nearby/index' });
  await at.waitText('以拉萨市城关区政府驻地为起点');
  await at.waitText(/约 [\d.]+ (米|公里)/);
  await at.restart();
  await at.switchTab('我的');
  await at.waitText('要记住的活动');
  await at.tap('订阅日历');
  await at.waitText('calendar.ics');
  expect(await at.errors()).toEqual([]);
});

test('h5: with everything refused it says so kindly, and all the rest works', async () => {
  const at = await openEvent('h5');
  await at.page.evaluate(() => {
    const refused = (): Promise<never> => Promise.reject(new DOMException('refused', 'NotAllowedError'));
    Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: refused } });
    Object.assign(document, { execCommand: undefined });
  });
  await at.tap('分享');
  await at.waitText('分享未完成，可以复制网址发给朋友');
  await at.tap('关注');
  await at.waitText('已关注');
  // Nobody has granted the position to this browser: asked, it refuses at once.
  await at.restart({ path: 'packages/nearby/index' });
  await at.waitText('以拉萨市城关区政府驻地为起点');
  await at.tap('用我的位置');
  await at.waitText('没有定位权限');
  await at.waitText(/约 [\d.]+ (米|公里)/);
  await at.tap('要记住的活动');
  await until(at, 'the event', async () => (await at.route()) === 'packages/event/index');
  await at.waitText('依据');
  expect(await at.errors()).toEqual([]);
});
