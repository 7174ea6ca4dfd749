import type { EngineDriver } from '../mini-program-host/driver';
import { dayFromNow, type EventPart, publishOne } from './event-fixture';
import { until } from './search-fixture';
import { openTerms } from './other-user';
import { type TestServer, TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const SINGLE_PAGE = 1154;
const FRIENDS_CARD = 1007;
const NOWHERE = { region: null } as const;
const BASIS = '依据 藏质标办〔2025〕1号 四(一)';
const LHASA = { code: '540102', name: '拉萨市城关区' };
const day = dayFromNow(2);

const testServer = useTestServer();

const [year, month, date] = day.split('-').map(Number);
/** A card is looked at on some other day, too: the year is said where it is not this one. */
const yearWords = dayFromNow(0).startsWith(String(year)) ? '' : `${year ?? 0}年`;
const words = (title: string): RegExp =>
  new RegExp(`^${title}｜${yearWords}${month ?? 0}月${date ?? 0}日 .*14:00–16:00｜拉萨市城关区 · 城关区文化活动中心$`);

/** A signed-up-for kind of event: its page has every button there is. */
const full = (title: string): EventPart => ({
  title,
  day,
  organiser: { name: '拉萨市市场监督管理局', phone: '0891-12315' },
  signUp: openTerms(),
});

async function openWeapp(options: Parameters<TestServer['open']>[1]): Promise<EngineDriver> {
  return (await testServer.open('weapp', options)) as EngineDriver;
}

describe('weapp', () => {
  test('a card for a friend and for the timeline says what, when and where, and opens the event on a first launch', async () => {
    await publishOne(testServer, 'card', full('请朋友来看的活动'));
    const mine = await openWeapp({ region: LHASA, path: 'packages/event/index?id=card' });
    await mine.waitText('请朋友来看的活动');
    const card = await mine.share();
    expect(card.title).toMatch(words('请朋友来看的活动'));
    expect(card.path).toBe('/packages/event/index?id=card');
    const timeline = await mine.shareTimeline();
    expect(timeline.title).toMatch(words('请朋友来看的活动'));
    expect(timeline.query).toBe('id=card');
    await mine.close();

    const friends = await openWeapp({ ...NOWHERE, path: String(card.path).slice(1), scene: FRIENDS_CARD });
    await friends.waitText('请朋友来看的活动');
    await friends.waitText(BASIS);
    await friends.waitText('“检验检测机构开放日”');
    await friends.waitText('立即报名');
    await friends.waitText('还剩 20 个名额');
    await friends.tap(BASIS);
    await friends.waitText('对应活动');
    await friends.back();
    await friends.tap('看拉萨市的活动');
    await friends.waitText('拉萨市近期活动');
    expect(await friends.errors()).toEqual([]);
  });

  test('in the timeline’s single page the event is all there, and nothing offers what cannot work', async () => {
    await publishOne(testServer, 'single', full('朋友圈里看到的活动'));
    const single = await openWeapp({ ...NOWHERE, path: 'packages/event/index?id=single', scene: SINGLE_PAGE });
    await single.waitText('朋友圈里看到的活动');
    await single.waitText(BASIS);
    await single.waitText('0891-12315');
    const text = await single.text();
    for (const button of ['立即报名', '导航', '关注', '加日历', '分享', '看拉萨市的活动']) {
      expect(text).not.toContain(button);
    }
    const taps = single.page.locator('.e-page:not([hidden]) .tap').filter({ visible: true });
    expect(await taps.count()).toBe(0);
    expect(await single.calls('login')).toEqual([]);
    const within = single.page.waitForURL(/1155/);
    await single.page.locator('.e-single-page').tap();
    await within;
    await single.waitText('立即报名');
    expect(await single.errors()).toEqual([]);
  });

  test('a shared event that was taken down says so, and in the single page leads nowhere', async () => {
    await publishOne(testServer, 'taken', full('撤下的分享'));
    await testServer.publish('DELETE', 'events/taken');
    const single = await openWeapp({ ...NOWHERE, path: 'packages/event/index?id=taken', scene: SINGLE_PAGE });
    await single.waitText('找不到这场活动');
    expect(await single.text()).not.toContain('看全部活动');
    await single.restart({ path: 'packages/event/index?id=taken', scene: FRIENDS_CARD });
    await single.waitText('找不到这场活动');
    await single.tap('看全部活动');
    await single.waitText('按日期');
  });
});

describe('h5', () => {
  test('sharing hands title and address to the system; without that, the address is on the clipboard and opens the event', async () => {
    await publishOne(testServer, 'link', full('用链接分享的活动'));
    const mine = await testServer.open('h5', { region: LHASA, path: 'packages/event/index?id=link' });
    await mine.waitText('用链接分享的活动');
    await mine.page.evaluate(() => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      Object.defineProperty(navigator, 'share', {
        configurable: true,
        value: (data: unknown) => {
          shared.push(data);
          return Promise.resolve();
        },
      });
    });
    await mine.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const handed = (): Promise<{ title: string; url: string }[]> => mine.page.evaluate('window.shared');
    await mine.tap('分享');
    await until(mine, 'the system’s sheet', async () => (await handed()).length === 1);
    const [shared] = await handed();
    expect(shared?.title).toMatch(words('用链接分享的活动'));
    expect(shared?.url).toBe(`${testServer.origin}/e/link`);

    await mine.page.evaluate(() => {
      Object.defineProperty(navigator, 'share', { configurable: true, value: undefined });
    });
    await mine.tap('分享');
    await mine.waitText('链接已复制，可以发给朋友');
    const [, address = ''] = (await mine.page.evaluate(() => navigator.clipboard.readText())).split('\n');
    await mine.close();

    const friends = await testServer.open('h5', NOWHERE);
    await friends.page.goto(address);
    // The server's page leads to the app.
    await friends.page.waitForURL(/#\/packages\/event\//);
    await friends.waitText('用链接分享的活动');
    await friends.waitText(BASIS);
    await friends.waitText('还剩 20 个名额');
    await friends.tap(BASIS);
    await friends.waitText('对应活动');
    await friends.back();
    await friends.waitText('立即报名');
    expect(await friends.errors()).toEqual([]);
  });
});

describe.each(TARGETS)('%s', (target) => {
  test('what is followed shows its changes, in lists and on its page, all of them, until they were seen', async () => {
    const id = `followed-${target}`;
    await publishOne(testServer, id, { title: '关注的活动', day });
    const app = await testServer.open(target, { region: LHASA, path: `packages/event/index?id=${id}` });
    await app.waitText('关注的活动');
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.tap('关注');
    await app.waitText('已关注');

    await publishOne(testServer, id, { title: '关注的活动', day, startsAt: `${day}T13:00:00+08:00` });
    await app.background();
    await app.foreground();
    await app.waitText('13:00–16:00');
    await publishOne(testServer, id, { title: '关注的活动，改了名', day, startsAt: `${day}T13:00:00+08:00` });
    await app.restart();
    await app.waitText(/更新于 \d\d:\d\d/);
    // A sync of something else in between takes nothing away.
    await publishOne(testServer, `other-${target}`, { title: '别的活动', day });
    await app.background();
    await app.foreground();
    await app.switchTab('日历');
    await app.tap('搜索活动');
    await app.fill('搜索活动、地点、主办单位', '关注的活动，改了名');
    await app.waitText('有变动');
    await app.switchTab('我的');
    await app.waitText('关注的活动，改了名');
    await app.waitText('有变动');
    await app.tap('关注的活动，改了名');
    await app.waitText('活动有变动');
    const text = await app.text();
    expect(text).toContain('14:00');
    expect(text).toContain('13:00');
    await app.tap('我知道了');
    await app.waitGone('活动有变动');
    await app.back();
    await app.waitText('关注的活动，改了名');
    await app.waitGone('有变动');
    await app.restart();
    await app.switchTab('我的');
    await app.waitText('关注的活动，改了名');
    expect(await app.text()).not.toContain('有变动');
    expect(await app.errors()).toEqual([]);
  });
});
