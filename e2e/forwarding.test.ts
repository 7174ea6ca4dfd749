/** What WeChat's menu sends from each screen, and that it opens for somebody who has never seen the app. */
import type { EngineDriver } from './driver';
import { useTestServer } from './use-test-server';

const PICTURE = '/assets/share.png';
const FRIENDS_CARD = 1007;

const testServer = useTestServer();

async function open(path: string, known = true): Promise<EngineDriver> {
  const who = known ? {} : { region: null, scene: FRIENDS_CARD };
  return (await testServer.open('weapp', { path, ...who })) as EngineDriver;
}

test.each([
  ['pages/home/index', /^20\d\d 年全国“质量月”：看看身边有哪些活动$/, '', '全国活动'],
  ['pages/calendar/index', /^“质量月”活动日历：/, '', '按日期'],
  ['packages/complaint/index', /12315/, '', '帮您写好投诉内容'],
  ['packages/programme/index', /^全国“质量月”活动方案原文$/, '', '国市监质发'],
  ['packages/archive/index', /^往年“质量月”/, '', '往年质量月'],
  ['packages/archive/index?campaign=2025', /^往年“质量月”/, '?campaign=2025', '活动口号'],
  ['packages/about/index', /^“质量月”小程序/, '', '自愿参加'],
  ['packages/nearby/index', /^看看附近的“质量月”活动$/, '', '请先选一个市或县'],
])('%s', async (path, title, query, seen) => {
  const mine = await open(path);
  if (path.startsWith('pages/home')) await mine.waitText(/更新于 \d\d:\d\d/);
  const card = await mine.share();
  expect(card.title).toMatch(title);
  expect(card).toMatchObject({ path: `/${path.replace(/\?.*/, '')}${query}`, imageUrl: PICTURE });
  const friends = await open(String(card.path).slice(1), false);
  await friends.waitText(seen);
  expect(await friends.errors()).toEqual([]);
});

test('a draft is nobody else’s: what is sent from it is the guide, with a picture of ours', async () => {
  const mine = await open('packages/complaint/index?part=draft&kind=complaint');
  await mine.waitText('草稿只保存在本机');
  expect(await mine.share()).toMatchObject({ path: '/packages/complaint/index', imageUrl: PICTURE });
});

test('the sign-up page hands on its event, not the form', async () => {
  const mine = await open('packages/sign-up/index?id=e');
  expect(await mine.share()).toMatchObject({ path: '/packages/event/index?id=e' });
});

test.each([
  'pages/mine/index',
  'packages/ticket/index?id=e',
  'packages/inbox/index',
  'packages/privacy/index',
  'packages/region/index',
])('%s is a person’s own, and offers nothing', async (path) => {
  const mine = await open(path);
  await expect(mine.share()).rejects.toThrow('The page has no onShareAppMessage');
});
