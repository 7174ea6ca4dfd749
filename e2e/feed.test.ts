import { dayOf } from '../domain/time/time';
import { dayFromNow, publishOne } from './event-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const HOUR_MS = 3_600_000;
const LHASA_CHENGGUAN = { code: '540102', name: '拉萨市城关区' };

const testServer = useTestServer();

describe.each(TARGETS)('%s', (target) => {
  test('a first launch: the month at once; choose a region, see what is on, open an event, come back', async () => {
    await publishOne(testServer, `first-${target}`, {
      title: '第一次打开看到的活动',
      day: dayFromNow(0),
      startsAt: `${dayFromNow(0)}T00:00:00+08:00`,
      endsAt: `${dayFromNow(1)}T00:00:00+08:00`,
    });
    const app = await testServer.open(target, { region: null });
    await app.waitText('加强全面质量管理');
    await app.waitText(/全国活动/);
    await app.waitText('选择地区后，可以查看当地的活动');
    expect(await app.text()).not.toContain('第一次打开看到的活动');
    await app.tap('选择地区');
    await app.waitText(/西藏自治区\s*\d+ 场活动/);
    await app.tap('西藏自治区');
    await app.tap('拉萨市');
    await app.waitText('拉萨市全部');
    await app.back();
    await app.waitText('西藏自治区全部');
    await app.tap('拉萨市');
    await app.tap('城关区');
    await app.waitText('拉萨市城关区');
    await app.waitText('主题和口号沿用 2025 年官方发布的内容');
    await app.tap('第一次打开看到的活动');
    await app.waitText('看看一把秤是怎么检定的');
    const text = await app.text();
    expect(text).toContain('依据 藏质标办〔2025〕1号 四(一)');
    expect(text).toContain('城关区文化活动中心');
    expect(text).toContain('不收费');
    await app.back();
    await app.waitText('拉萨市城关区近期活动');
    expect(await app.errors()).toEqual([]);
  });

  test('what was seen once is there without a network, after a restart', async () => {
    await publishOne(testServer, `offline-${target}`, { title: '没有网络也能看的活动', day: dayFromNow(2) });
    const app = await testServer.open(target, { region: LHASA_CHENGGUAN });
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.setOffline(true);
    await app.restart();
    await app.waitText('当前没有网络，显示的是今天');
    await app.switchTab('日历');
    await app.tap('没有网络也能看的活动');
    await app.waitText('看看一把秤是怎么检定的');
    await app.setOffline(false);
    await app.foreground();
    await app.waitGone('当前没有网络');
  });

  test('a change, a cancellation and a removal arrive with the next sync', async () => {
    const day = dayFromNow(3);
    const moved = `moved-${target}`;
    const off = `off-${target}`;
    const gone = `gone-${target}`;
    await publishOne(testServer, moved, { title: `改期的活动${target}`, day });
    await publishOne(testServer, off, { title: `取消的活动${target}`, day });
    await publishOne(testServer, gone, { title: `撤下的活动${target}`, day });
    const app = await testServer.open(target, { region: LHASA_CHENGGUAN });
    await app.switchTab('日历');
    await app.tap('搜索活动');
    await app.fill('搜索活动、地点、主办单位', target);
    await app.waitText(`撤下的活动${target}`);

    await publishOne(testServer, moved, { title: `改到上午的活动${target}`, day, startsAt: `${day}T09:30:00+08:00` });
    expect((await testServer.publish('POST', `events/${off}/cancel`, { reason: '场馆检修' })).status).toBe(200);
    expect((await testServer.publish('DELETE', `events/${gone}`)).status).toBe(204);
    await app.background();
    await app.foreground();

    await app.waitText(`改到上午的活动${target}`);
    await app.waitText('09:30–16:00');
    await app.waitGone(`撤下的活动${target}`);
    await app.tap(`取消的活动${target}`);
    await app.waitText('这场活动已取消');
    await app.waitText('原因：场馆检修');
  });

  test('pulling down brings what was published meanwhile', async () => {
    const app = await testServer.open(target, { region: LHASA_CHENGGUAN });
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.switchTab('日历');
    await app.waitText('筛选');
    await publishOne(testServer, `pulled-${target}`, {
      title: `刚刚发布的活动${target}`,
      day: dayFromNow(0),
      startsAt: `${dayFromNow(0)}T00:00:00+08:00`,
      endsAt: `${dayFromNow(1)}T00:00:00+08:00`,
    });
    await app.pullDown();
    await app.waitText(`刚刚发布的活动${target}`);
  });

  test('a stored copy that is garbage is dropped and fetched again', async () => {
    const app = await testServer.open(target, { region: LHASA_CHENGGUAN });
    await app.waitText(/更新于 \d\d:\d\d/);
    for (const key of Object.keys(await app.storage())) {
      if (key !== 'preferences') await app.plant(key, '{"broken":');
    }
    await app.restart();
    await app.waitText('拉萨市城关区近期活动');
    await app.waitText(/更新于 \d\d:\d\d/);
  });

  test('a server that fails leaves the old copy, and says so', async () => {
    const app = await testServer.open(target, { region: LHASA_CHENGGUAN });
    await app.waitText('拉萨市城关区近期活动');
    await app.page.route('**/api/v1/feed**', (route) => route.fulfill({ status: 500, body: 'oops' }));
    await app.restart();
    await app.waitText('服务器暂时没有响应，显示的是今天');
    await app.waitText('拉萨市城关区近期活动');
    await app.page.unroute('**/api/v1/feed**');
    await app.page.route('**/api/v1/feed**', (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{"cursor":1}' }),
    );
    await app.restart();
    await app.waitText('收到的内容不完整，显示的是今天');
    await app.waitText('拉萨市城关区近期活动');
  });

  test('a phone in UTC, two hours wrong, shows the time in China', async () => {
    const wrong = Date.now() + 2 * HOUR_MS;
    await publishOne(testServer, `zone-${target}`, {
      title: `今夜的活动${target}`,
      day: dayFromNow(1),
      startsAt: `${dayFromNow(1)}T22:00:00+08:00`,
      endsAt: `${dayFromNow(2)}T01:00:00+08:00`,
    });
    const app = await testServer.open(target, { region: LHASA_CHENGGUAN, timezone: 'UTC', now: wrong });
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.switchTab('日历');
    await app.waitText(`今夜的活动${target}`);
    const text = await app.text();
    expect(text).toContain('22:00–次日 01:00');
    const [, month, date] = dayOf(Date.now()).split('-').map(Number);
    expect(text).toContain(`${month ?? 0}月${date ?? 0}日`);
    expect(text.split(`今夜的活动${target}`)).toHaveLength(2);
  });

  test('the campaign of 2025 can be read, and is only read', async () => {
    const app = await testServer.open(target);
    await app.switchTab('我的');
    await app.tap('往年质量月');
    await app.tap('2025 年全国“质量月”');
    await app.waitText('往年内容仅供查阅');
    await app.waitText('人人创造质量 人人享受质量');
    await app.tap('促进质量社会共治');
    await app.waitText('民用“三表”计量科普宣传活动');
    await app.waitText('全国检验检测机构开放日活动（启动）');
  });
});
