import { addMonths, monthOf } from '../domain/time/month-grid';
import { addDays } from '../domain/time/time';
import { dayHeading } from '../words/when';
import type { AppDriver } from './driver';
import { dayFromNow, publishOne } from './event-fixture';
import { drawnAgenda, eventsOf, QUIET_COUNTY, scrollBy, scrolledBy, standsOn, under, until } from './search-fixture';
import { TARGETS } from './test-server';
import { useTestServer } from './use-test-server';
import { dragFinger } from './touch';

const today = dayFromNow(0);
const soon = dayFromNow(3);
const [next, last] = [addDays(soon, 1), addDays(soon, 2)];
const heading = (day: string): string => dayHeading(day, today);
const wordsOf = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const LHASA = { code: '540102', name: '拉萨市城关区' };

const testServer = useTestServer();

beforeAll(async () => {
  const at = (first: string, from: string, end: string, to: string): { startsAt: string; endsAt: string } => ({
    startsAt: `${first}T${from}:00+08:00`,
    endsAt: `${end}T${to}:00+08:00`,
  });
  const here = { region: QUIET_COUNTY.code };
  await publishOne(testServer, 'night', { ...here, title: '跨过零点的夜场', ...at(soon, '22:00', next, '01:00') });
  await publishOne(testServer, 'days', { ...here, title: '一连三天的展览', ...at(soon, '09:00', last, '17:00') });
  await publishOne(testServer, 'evening', { ...here, title: '零点整结束的晚会', ...at(soon, '20:00', next, '00:00') });
  for (let index = 0; index < 24; index += 1)
    await publishOne(testServer, `row-${index}`, {
      ...here,
      title: `第${index + 1}场参观`,
      day: dayFromNow(6 + index),
    });
});

async function openCalendar(target: AppDriver['target']): Promise<AppDriver> {
  const opened = await testServer.open(target, { region: QUIET_COUNTY });
  await opened.waitText(/更新于 \d\d:\d\d/);
  await opened.switchTab('日历');
  await opened.waitText('我已报名');
  return opened;
}

/** A day's cell in the month grid, by what a screen reader says of it. */
const cellOf = (day: string): string => `css=.day[aria-label^="${heading(day)}"]`;

async function swipe(at: AppDriver, by: number): Promise<void> {
  const box = await at.page.locator('.month__grid').filter({ visible: true }).boundingBox();
  if (box === null) throw new Error('no month to be seen');
  const from = { x: box.x + box.width / 2 - by / 2, y: box.y + box.height / 2 };
  await dragFinger(at.page, from, { x: from.x + by, y: from.y + 4 });
}

/** A finger pulls the foot of the week or the month; upwards where `by` is negative. */
async function pull(at: AppDriver, by: number): Promise<void> {
  const box = await at.page.locator('.month__pull').filter({ visible: true }).boundingBox();
  if (box === null) throw new Error('nothing to pull');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await dragFinger(at.page, from, { x: from.x + 4, y: from.y + by });
}

describe.each(TARGETS)('%s', (target) => {
  test('the week opens to the month by a tap or a pull, and shows what is on each day, today, and the period', async () => {
    const at = await openCalendar(target);
    const shown = at.page.locator('.day').filter({ visible: true });
    expect(await shown.count()).toBe(7);
    await pull(at, 120);
    await until(at, 'the month pulled open', async () => (await shown.count()) > 7);
    await pull(at, -120);
    await until(at, 'the week again', async () => (await shown.count()) === 7);
    await at.tap('css=.month__handle');
    await until(at, 'the month', async () => (await shown.count()) > 7);

    const events = await eventsOf(testServer, QUIET_COUNTY.code);
    const month = monthOf(today);
    for (const day of [soon, next, last].filter((each) => monthOf(each) === month)) {
      const count = events.filter((event) => standsOn(event, day)).length;
      const label = await at.page.locator(cellOf(day)).filter({ visible: true }).getAttribute('aria-label');
      expect(label).toContain(`，${count} 场：`);
      expect(label).toContain('开放日');
      expect(
        await at.page
          .locator(`${cellOf(day)} .day__dot`)
          .filter({ visible: true })
          .count(),
      ).toBeGreaterThan(0);
    }
    const now = at.page.locator(cellOf(today)).filter({ visible: true });
    expect(await now.getAttribute('aria-label')).toMatch(/ · 今天，.*，质量月期间$/);
    expect(await now.innerText()).toContain('今天');
    expect(await now.getAttribute('class')).toContain('day--period');
    expect(await at.page.locator('.day--today').filter({ visible: true }).count()).toBe(1);

    await swipe(at, -200);
    await at.waitText(wordsOf(addMonths(month, 1)));
    await swipe(at, 200);
    await at.waitText(wordsOf(month));
    // A finger that hardly moves turns nothing.
    await swipe(at, -30);
    await at.tap('下个月');
    await at.waitText(wordsOf(addMonths(month, 1)));
    await at.tap('今天');
    await at.waitText(wordsOf(month));
    expect(await at.errors()).toEqual([]);
  });

  test('a long event is listed once with its day; a tapped day comes first with all that is on it', async () => {
    const at = await openCalendar(target);
    await until(at, 'all three on their first day', async () =>
      under(await drawnAgenda(at), heading(soon)).includes('零点整结束的晚会'),
    );
    const rows = await drawnAgenda(at);
    expect(under(rows, heading(soon))).toEqual(
      expect.arrayContaining(['跨过零点的夜场', '一连三天的展览', '零点整结束的晚会']),
    );
    expect(rows.filter((row) => row === '一连三天的展览')).toHaveLength(1);
    expect(await at.text()).toContain('22:00–次日 01:00');
    expect(await at.text()).toContain('第 1/3 天 · 09:00 至 ');

    const shown = at.page.locator(cellOf(next)).filter({ visible: true });
    if ((await shown.count()) === 0) await at.tap('下一周');
    await at.tap(cellOf(next));
    await until(at, `the agenda begins with ${heading(next)}`, async () => {
      const [first] = await drawnAgenda(at);
      return first === `# ${heading(next)}`;
    });
    const tapped = under(await drawnAgenda(at), heading(next));
    expect(tapped).toEqual(expect.arrayContaining(['跨过零点的夜场', '一连三天的展览']));
    expect(tapped).not.toContain('零点整结束的晚会');
    expect(await at.text()).toContain('第 2/3 天 · 至 ');
    expect(await at.errors()).toEqual([]);
  });

  test('who comes back from an event, however soon, finds the list where it was, and everything on it works', async () => {
    const at = await openCalendar(target);
    const row = at.page.locator('.agenda__row').filter({ hasText: '第9场参观', visible: true });
    await until(at, 'the row in the middle of the list', async () => {
      if ((await row.count()) === 1) return true;
      await scrollBy(at, 300);
      return false;
    });
    await row.scrollIntoViewIfNeeded();
    const before = await scrolledBy(at);
    expect(before).toBeGreaterThan(1000);
    for (const glance of [false, true]) {
      await at.tap('第9场参观');
      if (glance) await at.waitText('依据');
      else await at.page.locator('.event__title').filter({ visible: true }).waitFor();
      await at.back();
      await until(at, 'the calendar', async () => (await at.route()) === 'pages/calendar/index');
      await until(at, 'the row at its place', async () => {
        const scrolled = await scrolledBy(at);
        return Math.abs(scrolled - before) < 2 && (await row.isVisible());
      });
    }
    await at.tap('筛选');
    await at.tap('公众');
    await at.tap('css=.choices__see .button');
    await until(at, 'the list from its beginning', async () => (await scrolledBy(at)) < before);
    expect(await at.errors()).toEqual([]);
  });

  test.each([false, true])('on the shortest phone the first event is in sight, in 长辈版: %s', async (largeType) => {
    const at = await testServer.open(target, { region: LHASA, width: 360, height: 640, largeType });
    await at.waitText(/更新于 \d\d:\d\d/);
    await at.switchTab('日历');
    await at.waitText('我已报名');
    const card = await at.page.locator('.event-card').filter({ visible: true }).first().boundingBox();
    const tabs = await at.page.locator('.taro-tabbar__tabbar, .e-tabs').filter({ visible: true }).first().boundingBox();
    if (card === null || tabs === null) throw new Error('no card or no tabs');
    expect(card.y + 60).toBeLessThan(tabs.y);
  });
});

test('h5: the keyboard reaches the first event within 15 stops, and arrow keys move in the grid, across its edge', async () => {
  const at = await openCalendar('h5');
  const focused = (): Promise<{ id: string; onCard: boolean }> =>
    at.page.evaluate(() => ({
      id: document.activeElement?.id ?? '',
      onCard: document.activeElement?.matches('.event-card') ?? false,
    }));
  let stops = 0;
  while (stops < 20 && !(await focused()).onCard) {
    await at.page.keyboard.press('Tab');
    stops += 1;
  }
  expect(stops).toBeLessThanOrEqual(15);
  await at.page.locator(`#day-${today}`).filter({ visible: true }).focus();
  const isOn = (day: string) => async (): Promise<boolean> => (await focused()).id === `day-${day}`;
  for (const [key, day] of [
    ['ArrowRight', addDays(today, 1)],
    ['ArrowDown', addDays(today, 8)],
    ['ArrowUp', addDays(today, 1)],
    ['ArrowLeft', today],
  ] as const) {
    await at.page.keyboard.press(key);
    await until(at, `the keyboard on ${day}`, isOn(day));
  }
  await at.page.keyboard.press('Enter');
  await until(
    at,
    'today chosen',
    async () => (await at.page.locator('.day--chosen').filter({ visible: true }).count()) === 1,
  );
  expect(await at.page.locator('.day[tabindex="0"]').filter({ visible: true }).count()).toBe(1);
});

test('h5: the filter sheet lies right above the tabs, wherever the page is scrolled to', async () => {
  const at = await openCalendar('h5');
  await at.page
    .locator('.taro_page')
    .filter({ visible: true })
    .last()
    .evaluate((page) => {
      page.scrollTop = 400;
    });
  await at.tap('筛选');
  await until(at, 'the sheet right above the tabs', async () => {
    const foot = await at.page.locator('.sheet__foot').boundingBox();
    const tabs = await at.page.locator('.taro-tabbar__tabbar').boundingBox();
    return foot !== null && tabs !== null && Math.abs(foot.y + foot.height - tabs.y) < 1;
  });
});

test('h5: the filter sheet keeps the keyboard, closes on Esc, and gives it back', async () => {
  const at = await openCalendar('h5');
  await at.page.locator('[aria-label="筛选"]').filter({ visible: true }).focus();
  await at.page.keyboard.press('Enter');
  await at.page.locator('[role="dialog"]').waitFor();
  for (let stop = 0; stop < 30; stop += 1) {
    await at.page.keyboard.press('Tab');
    expect(await at.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  }
  await at.page.keyboard.press('Escape');
  await until(at, 'no sheet', async () => (await at.page.locator('[role="dialog"]').count()) === 0);
  expect(await at.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('筛选');
});
