import { dayOf } from '../domain/time/time';
import { dayHeading } from '../words/when';
import type { AppDriver } from '../mini-program-host/driver';
import { dayFromNow, publishOne } from './event-fixture';
import { drawnAgenda, eventsOf, QUIET_COUNTY, until } from './search-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';

const PREFECTURE = { code: '540200', name: '日喀则市' };
const IN_LHASA = { code: '540102', name: '拉萨市城关区' };

const testServer = useTestServer();

const open = {
  form: 'visit',
  opensAt: `${dayFromNow(-1)}T09:00:00+08:00`,
  closesAt: `${dayFromNow(8)}T18:00:00+08:00`,
  capacity: 20,
  maxParty: 5,
} as const;

beforeAll(async () => {
  const day = dayFromNow(9);
  const here = { region: QUIET_COUNTY.code, day };
  const elsewhere = { region: '540202', day };
  await publishOne(testServer, 'public', { ...here, title: '甲场，公众可报名', audiences: ['公众'], signUp: open });
  await publishOne(testServer, 'firms', { ...here, title: '乙场，企业可报名', audiences: ['企业'], signUp: open });
  await publishOne(testServer, 'free', { ...here, title: '丙场，公众不用报名', audiences: ['公众'] });
  await publishOne(testServer, 'far', { ...elsewhere, title: '丁场，公众可报名', audiences: ['公众'], signUp: open });
  await publishOne(testServer, 'meters', {
    ...here,
    programmeId: 't045',
    title: '家里的水表准不准',
    venue: { name: '萨嘎县文化馆', address: '萨嘎县', latitude: 29.33, longitude: 85.23 },
    organiser: { name: '日喀则市计量检定所' },
  });
});

async function openCalendar(target: AppDriver['target'], region: { code: string; name: string }): Promise<AppDriver> {
  const opened = await testServer.open(target, { region });
  await opened.waitText(/更新于 \d\d:\d\d/);
  await opened.switchTab('日历');
  await opened.waitText('我已报名');
  return opened;
}

/** Waits until a chip says this to a screen reader: a mini-program draws a tap's answer a moment later. */
async function chipSays(at: AppDriver, label: string): Promise<void> {
  await at.page.locator(`.chip[aria-label="${label}"]`).filter({ visible: true }).first().waitFor();
}

/** What a chip says to a screen reader: its name, how many, and whether it is on. */
async function chip(at: AppDriver, name: string): Promise<string> {
  const found = at.page.locator(`.chip[aria-label^="${name}，"]`).filter({ visible: true });
  return (await found.first().getAttribute('aria-label')) ?? '';
}

/** Types into the calendar's search, which it opens. */
async function search(at: AppDriver, query: string): Promise<void> {
  const field = at.page.locator('.search input').filter({ visible: true });
  if ((await field.count()) === 0) await at.tap('搜索活动');
  await field.fill(query);
}

describe.each(TARGETS)('%s', (target) => {
  test('filters combine, say how many, can be taken off one by one or all at once, and are kept', async () => {
    const at = await openCalendar(target, PREFECTURE);
    const events = await eventsOf(testServer, PREFECTURE.code);
    const ahead = events.filter(({ endsAt }) => dayOf(Date.parse(endsAt) - 1) >= dayFromNow(0));
    const forPublic = ahead.filter(({ audiences }) => audiences.includes('公众'));
    await at.tap('筛选');
    await chipSays(at, `公众，${forPublic.length} 场`);
    await at.tap('公众');
    await at.waitText(`看 ${forPublic.length} 场活动`);
    await chipSays(at, `公众，${forPublic.length} 场，已选，点按去掉`);
    const openToo = forPublic.filter(
      ({ signUp, status }) =>
        signUp !== null &&
        status === 'scheduled' &&
        Date.parse(signUp.opensAt) <= Date.now() &&
        Date.now() < Date.parse(signUp.closesAt),
    );
    await chipSays(at, `可报名，${openToo.length} 场`);
    await at.tap('css=.sheet [aria-label^="可报名"]');
    await at.tap('css=.choices__see .button');
    await at.page.locator('[aria-label="筛选，已选 2 项"]').filter({ visible: true }).waitFor();
    await search(at, '报名 场');
    await at.waitText('丁场，公众可报名');
    await at.waitText('甲场，公众可报名');
    await at.waitGone('乙场，企业可报名');
    await at.waitGone('丙场，公众不用报名');

    await at.tap('css=.toolbar__one--on');
    await at.tap('全部地区');
    await at.waitText('只列出有活动的地区');
    await at.tap('萨嘎县');
    await at.tap('关闭筛选');
    await at.waitText('甲场，公众可报名');
    await at.waitGone('丁场，公众可报名');

    await at.restart();
    await at.switchTab('日历');
    await at.waitText('甲场，公众可报名');
    expect(await at.text()).not.toContain('丁场，公众可报名');
    await at.tap('css=.toolbar__one--on');
    await at.waitText('日喀则市萨嘎县');
    await at.page.locator('.chip[aria-label^="公众，"][aria-label*="已选"]').filter({ visible: true }).waitFor();
    await at.page.locator('.chip[aria-label^="可报名，"][aria-label*="已选"]').filter({ visible: true }).waitFor();

    await at.tap(`地区：${QUIET_COUNTY.name}，已选，点按去掉`);
    await at.tap('css=.sheet [aria-label^="可报名"]');
    await at.tap('关闭筛选');
    await search(at, '报名 场');
    await at.waitText('丁场，公众可报名');
    await at.waitText('丙场，公众不用报名');
    expect(await at.text()).not.toContain('乙场，企业可报名');
    await at.tap('css=.toolbar__one--on');
    await at.tap('清除');
    await at.page
      .locator('[aria-label^="公众"][aria-label*="已选"]')
      .filter({ visible: true })
      .waitFor({ state: 'detached' });
    await at.tap('关闭筛选');
    await at.waitText('乙场，企业可报名');
    expect(await at.errors()).toEqual([]);
  });

  test('search finds by title, place, organiser, activity and pinyin initials, as one types', async () => {
    const at = await openCalendar(target, PREFECTURE);
    const finds = async (query: string, title: string, not: string): Promise<void> => {
      await search(at, query);
      await at.waitText(title);
      await at.waitGone(not);
    };
    await finds('水表', '家里的水表准不准', '甲场');
    await finds('文化馆', '家里的水表准不准', '甲场');
    await finds('计量检定所', '家里的水表准不准', '甲场');
    await finds('三表', '家里的水表准不准', '甲场');
    // kfr: 开放日, in the name of the activity that 甲场 is held under, not in its title.
    await finds('kfr', '甲场，公众可报名', '家里的水表');
    await finds('SBZBZ', '家里的水表准不准', '甲场');
    await search(at, '没有这样的活动');
    await at.waitText('没有找到活动');
    // Nothing is filtered: only other words can help.
    expect(await at.text()).not.toContain('去掉筛选');
    await at.tap('看全部活动');
    await at.waitGone('没有找到活动');
    await at.waitText('我已报名');
    expect(await at.errors()).toEqual([]);
  });

  test('the field takes the keyboard when it opens, and Enter puts it away', async () => {
    const at = await openCalendar(target, PREFECTURE);
    await at.tap('搜索活动');
    const field = at.page.locator('.search input').filter({ visible: true });
    const hasKeyboard = (): Promise<boolean> => field.evaluate((input) => input.matches(':focus'));
    await until(at, 'the keyboard', hasKeyboard);
    await field.fill('水表');
    await field.press('Enter');
    // WeChat puts its keyboard away by itself, which the host does not play.
    if (target === 'h5') await until(at, 'no keyboard', async () => !(await hasKeyboard()));
    expect(await field.inputValue()).toBe('水表');
  });

  test('this weekend is Saturday and Sunday of this week', async () => {
    const at = await openCalendar(target, IN_LHASA);
    await at.tap('筛选');
    const before = await chip(at, '本周末');
    await at.tap('本周末');
    await chipSays(at, `${before}，已选，点按去掉`);
    const events = await eventsOf(testServer, IN_LHASA.code);
    const weekday = (new Date(`${dayFromNow(0)}T00:00:00Z`).getUTCDay() + 6) % 7;
    const [saturday, sunday, monday] = [dayFromNow(5 - weekday), dayFromNow(6 - weekday), dayFromNow(7 - weekday)];
    const held = events.filter(
      ({ startsAt, endsAt }) =>
        startsAt < `${monday}T00:00:00+08:00` &&
        endsAt > `${saturday}T00:00:00+08:00` &&
        endsAt > `${dayFromNow(0)}T00:00:00+08:00`,
    );
    expect(before).toBe(`本周末，${held.length} 场`);
    await at.tap(`看 ${held.length} 场活动`);
    const rows = await drawnAgenda(at);
    expect(rows.filter((row) => !row.startsWith('# ')).sort()).toEqual(held.map(({ title }) => title).sort());
    const days = rows.filter((row) => row.startsWith('# '));
    const allowed = [saturday, sunday].map((day) => `# ${dayHeading(day, dayFromNow(0))}`);
    expect(allowed).toEqual(expect.arrayContaining(days));
    const dotted = await at.page.locator('.day:has(.day__dot)').filter({ visible: true }).count();
    expect(dotted).toBeLessThanOrEqual(2);
  });
});
