import { addMonths, monthOf } from '../src/domain/month-grid';
import { addDays } from '../src/domain/time';
import { dayHeading } from '../src/i18n/when';
import type { AppDriver } from './driver';
import { dayFromNow, publishOne } from './event-fixture';
import { drawnAgenda, eventsOf, QUIET_COUNTY, scrollBy, scrolledBy, standsOn, under, until } from './finding-fixture';
import { TARGETS } from './stand';
import { standOfFile } from './stand-of-file';
import { dragFinger } from './touch';

const today = dayFromNow(0);
const soon = dayFromNow(3);
const [next, last] = [addDays(soon, 1), addDays(soon, 2)];
const heading = (day: string): string => dayHeading(day, today);
const wordsOf = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

const stand = standOfFile();

beforeAll(async () => {
  const at = (first: string, from: string, end: string, to: string): { startsAt: string; endsAt: string } => ({
    startsAt: `${first}T${from}:00+08:00`,
    endsAt: `${end}T${to}:00+08:00`,
  });
  const here = { region: QUIET_COUNTY.code };
  await publishOne(stand, 'night', { ...here, title: '跨过零点的夜场', ...at(soon, '22:00', next, '01:00') });
  await publishOne(stand, 'days', { ...here, title: '一连三天的展览', ...at(soon, '09:00', last, '17:00') });
  await publishOne(stand, 'evening', { ...here, title: '零点整结束的晚会', ...at(soon, '20:00', next, '00:00') });
  for (let index = 0; index < 24; index += 1)
    await publishOne(stand, `row-${index}`, { ...here, title: `第${index + 1}场参观`, day: dayFromNow(6 + index) });
});

async function openCalendar(target: AppDriver['target']): Promise<AppDriver> {
  const opened = await stand.open(target, { region: QUIET_COUNTY });
  await opened.waitText(/更新于 \d\d:\d\d/);
  await opened.switchTab('日历');
  await opened.waitText('质量月 ');
  return opened;
}

/** A day's cell in the month grid, by what a screen reader says of it. */
const cellOf = (day: string): string => `css=.day[aria-label^="${heading(day)}"]`;

async function swipe(at: AppDriver, by: number): Promise<void> {
  const box = await at.page.locator('.month').filter({ visible: true }).boundingBox();
  if (box === null) throw new Error('no month to be seen');
  const from = { x: box.x + box.width / 2 - by / 2, y: box.y + box.height / 2 };
  await dragFinger(at.page, from, { x: from.x + by, y: from.y + 4 });
}

describe.each(TARGETS)('%s', (target) => {
  test('the month shows what stands on each day, today, and the campaign’s period; a swipe turns it', async () => {
    const at = await openCalendar(target);
    const events = await eventsOf(stand, QUIET_COUNTY.code);
    const month = monthOf(today);
    for (const day of [soon, next, last].filter((each) => monthOf(each) === month)) {
      const count = events.filter((event) => standsOn(event, day)).length;
      const label = await at.page.locator(cellOf(day)).filter({ visible: true }).getAttribute('aria-label');
      expect(label).toContain(`，${count} 场：`);
      expect(label).toContain('开放日');
      expect(await at.page.locator(`${cellOf(day)} .icon`).count()).toBeGreaterThan(0);
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
    // A finger that goes down the page, or hardly moves, turns nothing.
    await swipe(at, -30);
    await at.tap('下个月');
    await at.waitText(wordsOf(addMonths(month, 1)));
    await at.tap('今天');
    await at.waitText(wordsOf(month));
    expect(await at.errors()).toEqual([]);
  });

  test('a tapped day comes first, with all that stands on it: over midnight, over days, none that ends at 0:00', async () => {
    const at = await openCalendar(target);
    if (monthOf(next) !== monthOf(today)) await at.tap('下个月');
    await at.tap(cellOf(next));
    await until(at, `the agenda begins with ${heading(next)}`, async () => {
      const rows = await drawnAgenda(at);
      return rows[0] === `# ${heading(next)}`;
    });
    const rows = await drawnAgenda(at);
    expect(under(rows, heading(next))).toEqual(expect.arrayContaining(['跨过零点的夜场', '一连三天的展览']));
    expect(under(rows, heading(next))).not.toContain('零点整结束的晚会');
    expect(under(rows, heading(last))).toContain('一连三天的展览');
    expect(under(rows, heading(last))).not.toContain('跨过零点的夜场');
    // Tapped again, the day is let go: the list begins with today.
    await at.tap(cellOf(next));
    await until(at, 'all three on their first day', async () =>
      under(await drawnAgenda(at), heading(soon)).includes('零点整结束的晚会'),
    );
    const first = under(await drawnAgenda(at), heading(soon));
    expect(first).toEqual(expect.arrayContaining(['跨过零点的夜场', '一连三天的展览', '零点整结束的晚会']));
    expect(await at.text()).toContain('22:00–次日 01:00');
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
    await at.tap('公众');
    await at.waitText('清除');
    await until(at, 'the list from its beginning', async () => (await scrolledBy(at)) < before);
    expect(await at.errors()).toEqual([]);
  });
});
