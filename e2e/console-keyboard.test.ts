/** The console by keyboard alone: each screen's main acts are reached, seen to have the focus, done, and returned from. */
import type { Page } from 'playwright-core';
import { useConsoleBrowser } from './console/browser';
import { visit } from './console/visit';

const opened = useConsoleBrowser();
const O = '/o/lasa';
/** More stops than any screen has before its main acts. */
const MOST_TABS = 80;

interface Focus {
  readonly name: string;
  /** An outline, a shadow, or those of the control around it. */
  readonly isSeen: boolean;
}

function focusNow(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    if (at === null || at === document.body) return { name: '', isSeen: true };
    const around =
      at.closest('.ant-select, .ant-input-affix-wrapper, .ant-radio-button-wrapper, .ant-tabs-tab, label') ?? at;
    const next = at.nextElementSibling ?? at;
    const isSeen = [at, around, next].some((each) => {
      const { outlineStyle, boxShadow } = getComputedStyle(each);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    const labelled = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
    const name = at.getAttribute('aria-label') ?? labelled ?? at.textContent;
    // antd parts two Chinese characters of a button by a blank.
    return { name: name.replaceAll(/\s/g, ''), isSeen };
  });
}

/** Whether the focus is in what lies over the page, or on its way round through the browser itself. */
const isWithin = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { activeElement: at, body } = document;
    return at === null || at === body || at.closest('.ant-modal-root, .ant-drawer') !== null;
  });

/** Presses Tab until the control of that name has the focus; each stop on the way has to be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let tab = 0; tab < MOST_TABS; tab += 1) {
    const focus = await focusNow(page);
    if (!focus.isSeen) throw new Error(`“${focus.name}” is not seen to have the focus`);
    if (focus.name === name) return;
    passed.push(focus.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to “${name}”: ${passed.join(' · ')}`);
}

async function fillIn(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

async function press(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** What opens over the page; Escape closes it, and the focus is where it was. */
const DIALOGS: readonly (readonly [string, string, string, string, string])[] = [
  ['an event', `${O}/events`, '食品检测实验室开放日', '食品检测实验室开放日', '取消活动'],
  ['cancelling', `${O}/events?event=open-day`, '取消活动', '取消活动', '已有 45 人报名或候补'],
  ['copying', `${O}/events?event=open-day`, '取消活动', '复制', '生成新的草稿'],
  ['one person', `${O}/events/open-day/roster`, '卓*', '查看完整信息：卓*', '13800005670'],
  ['an export', `${O}/events/open-day/roster`, '卓*', '导出名单', '导出哪些内容'],
  ['a review', `${O}/reviews`, '八廓街老字号质量行', '审核“八廓街老字号质量行”', '通过并发布'],
  ['a report', `${O}/reviews?tab=reports`, '现场收取资料费50元', '处理“现场收取资料费50元”', '13912345678'],
  ['a device', `${O}/on-site?event=open-day`, '41 / 60 人', '配对设备', '核验哪些活动'],
  ['an invitation', `${O}/people`, '邀请同事', '邀请同事', '生成邀请'],
  ['a token', `${O}/people?tab=tokens`, '办公系统', '生成令牌', '写明给哪个系统用'],
  ['a second factor', `${O}/people?tab=mine`, 'Chrome · Windows', '绑定验证器', '验证器显示的 6 位数字'],
];

test.each(DIALOGS)('%s: opened and left', async (_, path, shows, act, inside) => {
  const { page, stand } = opened();
  await visit(page, stand, { name: act, path, shows });
  await press(page, act.replaceAll(/\s/g, ''));
  await page.getByText(inside).first().waitFor();
  // Tab stays within, and each stop is seen.
  for (let tab = 0; tab < 5; tab += 1) {
    await page.keyboard.press('Tab');
    expect(await focusNow(page)).toMatchObject({ isSeen: true });
    expect(await isWithin(page)).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByText(inside).first().waitFor({ state: 'hidden' });
  expect((await focusNow(page)).name).toBe(act.replaceAll(/\s/g, ''));
});

test('signed in, past the menu, to an event’s own page and back to the list', async () => {
  const { page, stand } = opened();
  await visit(page, stand, { name: 'sign-in', path: '/sign-in', shows: '还没有账号', signedOut: true });
  await page.keyboard.type('lasa');
  await page.keyboard.press('Tab');
  await page.keyboard.type('a-long-password');
  await page.keyboard.press('Enter');
  await page.getByText('等我处理').waitFor();
  await press(page, '活动');
  await page.getByText('食品检测实验室开放日').waitFor();
  await press(page, '新建活动');
  await page.getByText('市民看到的样子').waitFor();
});

test('an event is written and saved', async () => {
  const { page, stand } = opened();
  await visit(page, stand, { name: 'editor', path: `${O}/events/open-day/edit`, shows: '市民看到的样子' });
  await fillIn(page, '标题', '（周末场）');
  await page.getByRole('region', { name: '市民看到的样子' }).filter({ hasText: '（周末场）' }).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('h1')?.focus();
  });
  await press(page, '保存草稿');
  await page.getByText('草稿已保存。').waitFor();
});

test('a list is filtered, and a view chosen with the arrow keys', async () => {
  const { page, stand } = opened();
  await visit(page, stand, { name: 'events', path: `${O}/events`, shows: '食品检测实验室开放日' });
  await tabTo(page, '本机构');
  await page.keyboard.press('ArrowRight');
  await page.getByText('八廓街老字号质量行').first().waitFor();
});

test('figures lead to the events behind them', async () => {
  const { page, stand } = opened();
  await visit(page, stand, { name: 'figures', path: `${O}/figures`, shows: '其中 1 场未核验' });
  await tabTo(page, '下载Excel');
  await press(page, '城关区，发布场次5，查看活动');
  await page.getByText('各场相加就是表中的数字').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('各场相加就是表中的数字').waitFor({ state: 'hidden' });
  expect((await focusNow(page)).name).toBe('城关区，发布场次5，查看活动');
});
