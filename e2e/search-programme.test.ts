import type { AppDriver } from './driver';
import { dayFromNow, publishOne } from './event-fixture';
import { until } from './search-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const LHASA = { code: '540102', name: '拉萨市城关区' };

const testServer = useTestServer();

beforeAll(async () => {
  // t045 (三表, 三(六) of Tibet's document) is n051 of the national one.
  await publishOne(testServer, 'meters', {
    programmeId: 't045',
    title: '家里的三表准不准',
    day: dayFromNow(0),
    endsAt: `${dayFromNow(1)}T00:00:00+08:00`,
  });
});

/** The activity that the page was opened at. */
async function here(at: AppDriver): Promise<string> {
  const item = at.page.locator('.item--here').filter({ visible: true });
  await until(at, 'the activity in sight', async () => {
    const box = await item.boundingBox();
    return box !== null && box.y >= 0 && box.y < 800;
  });
  return item.innerText();
}

describe.each(TARGETS)('%s', (target) => {
  test('paragraph → activity → event → the paragraph it rests on → the same activity in the other document', async () => {
    const app = await testServer.open(target, { region: LHASA });
    await app.waitText(/更新于 \d\d:\d\d/);
    await app.switchTab('日历');
    await app.tap('按官方方案');
    await app.waitText('国市监质发〔2025〕77号');
    await app.waitText('藏质标办〔2025〕1号');
    await app.tap('css=.document__paragraph[aria-label^="三(六)"] >> nth=1');
    await app.waitText('民用“三表”计量科普宣传活动');
    await app.waitText('家里的三表准不准');
    const paragraph = await app.text();
    expect(paragraph).toContain('科普');
    expect(paragraph).toContain('时间以主办单位通知为准');
    await app.tap('原文');
    await app.waitText('收起原文');

    await app.tap('家里的三表准不准');
    await app.waitText('依据 藏质标办〔2025〕1号 三(六)');
    await app.tap('依据 藏质标办〔2025〕1号 三(六)');
    await until(app, 'the paragraph', async () => (await app.route()) === 'packages/programme/index');
    expect(await here(app)).toContain('家里的三表准不准');

    await app.tap('css=.item--here .item__equivalent');
    await app.waitText('国市监质发〔2025〕77号 · ');
    expect(await here(app)).toContain('民用“三表”计量科普宣传活动');
    await app.back();
    await app.waitText('藏质标办〔2025〕1号 · ');
    expect(await app.errors()).toEqual([]);
  });
});
