import type { Request } from 'playwright-core';
import { distanceBetween } from '../domain/region/distance';
import { toGcj02 } from '../domain/region/gcj02';
import type { AppDriver, EngineDriver } from '../mini-program-host/driver';
import { dayFromNow, publishOne } from './event-fixture';
import { until } from './search-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const LHASA = { code: '540000', name: '西藏自治区' };
/** Where the person is, as satellites say (WGS-84): in Lhasa, by the river. */
const GPS = { latitude: 29.64321, longitude: 91.17653 };
/** The same place as maps in China say. */
const HERE = toGcj02(GPS);

const testServer = useTestServer();

/** An event so many metres north of the person. */
const north = (metres: number): { name: string; address: string; latitude: number; longitude: number } => ({
  name: `向北${metres}米`,
  address: '拉萨市城关区',
  latitude: HERE.latitude + metres / 111_195,
  longitude: HERE.longitude,
});

beforeAll(async () => {
  const day = dayFromNow(1);
  // Published farthest first: the order on the screen is not the order of the feed.
  for (const [index, metres] of [150_000, 60_000, 12_000, 3_000, 300].entries())
    await publishOne(testServer, `far-${index}`, { title: `离我${metres}米的活动`, venue: north(metres), day });
  for (let index = 0; index < 45; index += 1)
    await publishOne(testServer, `along-${index}`, {
      title: `沿路第${index}场`,
      venue: north(30_000 + index * 100),
      day,
    });
  await publishOne(testServer, 'out-of-reach', { title: '远在三百公里外', venue: north(300_000), day });
  await publishOne(testServer, 'same-place', {
    title: '同一地点早一小时',
    venue: north(300),
    day,
    startsAt: `${day}T13:00:00+08:00`,
  });
});

/** Bands and cards from top to bottom; `# ` before a band. */
function listed(at: AppDriver): Promise<string[]> {
  return at.page
    .locator('.nearby__band, .event-card__title')
    .filter({ visible: true })
    .evaluateAll((rows) =>
      rows.map((row) => (row.classList.contains('nearby__band') ? '# ' : '') + row.textContent.trim()),
    );
}

/** Every request from here on, with all that it carries. */
function watch(at: AppDriver): { readonly all: () => Promise<string> } {
  const seen: Promise<string>[] = [];
  at.page.on('request', (request: Request) => {
    seen.push(
      request.allHeaders().then(
        (headers) => `${request.method()} ${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ''}`,
        () => request.url(),
      ),
    );
  });
  return { all: async () => (await Promise.all(seen)).join('\n') };
}

/** Three digits after the point of either system's degrees: about a hundred metres. */
const TRACES = [GPS, HERE].flatMap(({ latitude, longitude }) =>
  [latitude.toFixed(3), longitude.toFixed(3)].map((text) => text.slice(0, -1)),
);

describe.each(TARGETS)('%s', (target) => {
  test('from a picked region’s centre, without any permission: bands, distances, kinds, and all that there is', async () => {
    const app = await testServer.open(target, { region: LHASA });
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.tap('附近');
    await app.waitText('以西藏自治区政府驻地为起点');
    const rows = await listed(app);
    const bands = rows.filter((row) => row.startsWith('# '));
    expect(bands[0]).toMatch(/^# [15] 公里以内$/);
    const order = ['# 1 公里以内', '# 5 公里以内', '# 20 公里以内', '# 100 公里以内', '# 100 公里以外'];
    expect(order.filter((band) => bands.includes(band))).toEqual(bands);
    await app.waitText(/约 [\d.]+ (米|公里)/);

    // Nothing is hidden for good: the rest is offered until the page is full, then the calendar.
    await app.tap('css=.button >> text=/继续显示（还有 \\d+ 场）/');
    await until(app, 'twenty more', async () => (await listed(app)).length > 40);
    await app.waitText(/更远的 \d+ 场，到日历里看/);
    expect((await app.stats()).nodes).toBeLessThan(1000);

    expect((await listed(app)).join()).not.toContain('远在三百公里外');

    await app.tap('更换起点');
    await app.waitText('按离政府驻地的远近');
    expect(await app.title()).toBe('选择起点');
    await app.tap('日喀则市');
    await app.tap('萨嘎县');
    await app.waitText('以日喀则市萨嘎县政府驻地为起点');
    await until(app, 'another order', async () => (await listed(app))[0] === '# 100 公里以内');
    await app.restart({ path: 'packages/nearby/index' });
    await app.waitText('以日喀则市萨嘎县政府驻地为起点');
    expect(await app.errors()).toEqual([]);
  });

  test('somebody who has chosen no region picks a place, and sees what is near it', async () => {
    const app = await testServer.open(target, { region: null });
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.tap('附近');
    await app.waitText('请先选一个市或县');
    await app.tap('选择起点');
    await app.tap('拉萨市');
    await app.tap('城关区');
    await app.waitText('以拉萨市城关区政府驻地为起点');
    await until(app, 'what is near', async () => (await listed(app)).length > 3);
    await app.restart();
    await app.waitText('西藏自治区近期活动');
    expect(await app.errors()).toEqual([]);
  });

  test('navigation opens the map at the event’s place', async () => {
    const at = await testServer.open(target, { region: LHASA, path: 'packages/event/index?id=far-4' });
    await at.waitText('离我300米的活动');
    const { latitude, longitude, name } = north(300);
    if (target === 'weapp') {
      await at.tap('导航');
      const engine = at as EngineDriver;
      await until(at, 'the map', async () => (await engine.calls('openLocation')).length === 1);
      expect((await engine.calls('openLocation'))[0]?.args[0]).toMatchObject({ latitude, longitude, name });
      return;
    }
    await at.page.context().route(/amap\.com/, (route) => route.fulfill({ body: '' }));
    const [popup] = await Promise.all([at.page.context().waitForEvent('page'), at.tap('导航')]);
    const address = new URL(popup.url() === 'about:blank' ? (await popup.waitForRequest(/amap/)).url() : popup.url());
    expect(address.origin).toBe('https://uri.amap.com');
    expect(address.searchParams.get('position')).toBe(`${longitude},${latitude}`);
    expect(address.searchParams.get('name')).toBe(name);
    expect(address.searchParams.get('coordinate')).toBe('gaode');
  });
});

test('in the browser: from where I am, turned into the map’s degrees; and the position never leaves the phone', async () => {
  const app = await testServer.open('h5', { region: LHASA });
  await app.waitText(/更新于 \d\d:\d\d/);
  await app.page.context().grantPermissions(['geolocation']);
  await app.page.context().setGeolocation(GPS);
  const requests = watch(app);
  await app.tap('附近');
  await app.tap('用我的位置');
  await app.waitText('以您的位置为起点');
  const rows = await listed(app);
  const mine = rows.filter((row) => /^离我|^同一地点|^# /.test(row));
  expect(mine.slice(0, 3)).toEqual(['# 1 公里以内', '同一地点早一小时', '离我300米的活动']);
  expect(rows.indexOf('离我3000米的活动')).toBeGreaterThan(rows.indexOf('# 5 公里以内'));
  await app.waitText('约 300 米');
  // Untranslated, satellites' degrees would be half a kilometre off.
  expect(distanceBetween(GPS, HERE)).toBeGreaterThan(300);

  await app.tap('同一地点早一小时');
  await app.waitText('依据');
  await app.tap('关注');
  await app.back();
  await app.background();
  await app.foreground();
  await app.tap('改用西藏自治区政府驻地');
  await app.waitText('以西藏自治区政府驻地为起点');
  const sent = await requests.all();
  expect(sent).toContain('/api/v1/');
  for (const trace of TRACES) expect(sent).not.toContain(trace);
  const kept = JSON.stringify(await app.storage());
  // What lies in storage of these degrees is the events' own.
  expect(kept).not.toContain(String(GPS.latitude));
  expect(kept).not.toContain(String(GPS.longitude));
  await app.restart({ path: 'packages/nearby/index' });
  await app.waitText('以西藏自治区政府驻地为起点');
  expect(await app.errors()).toEqual([]);
});

test('who is far from the chosen region learns so, and changes the region', async () => {
  const app = await testServer.open('h5', { region: LHASA });
  await app.waitText(/更新于 \d\d:\d\d/);
  await app.page.context().grantPermissions(['geolocation']);
  await app.page.context().setGeolocation({ latitude: 43.83, longitude: 87.62 });
  await app.tap('附近');
  await app.tap('用我的位置');
  await app.waitText('200 公里以内没有西藏自治区的活动');
  await app.waitText(/最近的一场在约 \d{3,4} 公里外。这里只列出西藏自治区和全国的活动。/);
  expect((await listed(app)).filter((row) => row.startsWith('# '))).toEqual(['# 线上或地点待定']);
  await app.tap('更换地区');
  await app.fill('搜索地区名称或拼音，如 lasa', '成都');
  await app.tap('四川省成都市');
  await app.waitText(/成都市暂未发布活动.*这里只列出.*成都市和全国的活动/s);
  expect(await app.errors()).toEqual([]);
});

test('in a mini-program built without leave to ask, nobody is asked', async () => {
  const engine = (await testServer.open('weapp', { region: LHASA, path: 'packages/nearby/index' })) as EngineDriver;
  await engine.waitText('以西藏自治区政府驻地为起点');
  expect(await engine.text()).not.toContain('用我的位置');
  expect(await engine.calls('getLocation')).toEqual([]);
});
