/** Every screen of the console and its states: how to come to each. */
import type { Page } from 'playwright-core';
import type { FakeServer } from '../../console/testing/fake-server';
import { submitBehind } from '../../console/testing/fake-summaries';

export interface ConsoleScreen {
  readonly name: string;
  /** After `/console`. */
  readonly path: string;
  /** Visible once the screen is whole. */
  readonly shows: string;
  readonly signedOut?: boolean;
  readonly before?: (server: FakeServer) => void;
  readonly then?: (page: Page) => Promise<void>;
}

const O = '/o/lasa';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

export const CONSOLE_SCREENS: readonly ConsoleScreen[] = [
  { name: 'sign-in', path: '/sign-in', shows: '还没有账号', signedOut: true },
  {
    ...{ name: 'sign-in-code', path: '/sign-in', shows: '还没有账号', signedOut: true },
    async then(page) {
      await page.getByLabel('登录名').fill('second');
      await page.getByLabel('密码', { exact: true }).fill('a-long-password');
      await button(page, '登 录').or(button(page, '登录')).click();
      await page.getByText('打开手机上的验证器').waitFor();
    },
  },
  { name: 'invitation', path: '/invitation/good-invitation', shows: '邀请您担任', signedOut: true },
  { name: 'invitation-gone', path: '/invitation/old', shows: '邀请已失效', signedOut: true },
  {
    ...{ name: 'second-factor', path: '/invitation/good-invitation', shows: '邀请您担任', signedOut: true },
    async then(page) {
      await page.getByLabel('姓名').fill('白玛（示例）');
      await page.getByLabel('登录名').fill('baima');
      await page.getByLabel('密码', { exact: true }).fill('a-long-password');
      await page.getByLabel('再输入一次密码').fill('a-long-password');
      await page.getByText('接受邀请并登录').click();
      await page.getByRole('img', { name: '验证器的二维码' }).waitFor();
    },
  },
  {
    ...{ name: 'recovery-codes', path: '/invitation/good-invitation', shows: '邀请您担任', signedOut: true },
    async then(page) {
      await page.getByLabel('姓名').fill('白玛（示例）');
      await page.getByLabel('登录名').fill('baima');
      await page.getByLabel('密码', { exact: true }).fill('a-long-password');
      await page.getByLabel('再输入一次密码').fill('a-long-password');
      await page.getByText('接受邀请并登录').click();
      await page.getByLabel('验证器显示的 6 位数字').fill('123456');
      await page.getByText('完成绑定').click();
      await page.getByText('k7rm-2p9x').waitFor();
    },
  },
  { name: 'workbench', path: `${O}/`, shows: '等我处理' },
  { name: 'events', path: `${O}/events`, shows: '食品检测实验室开放日' },
  { name: 'events-empty', path: `${O}/events?q=nothing`, shows: '没有符合条件的活动' },
  { name: 'event-panel', path: `${O}/events?event=open-day`, shows: '取消活动' },
  {
    ...{ name: 'event-cancel', path: `${O}/events?event=open-day`, shows: '取消活动' },
    async then(page) {
      await button(page, '取消活动').click();
      await page.getByText('已有 45 人报名或候补').waitFor();
    },
  },
  {
    ...{ name: 'event-clone', path: `${O}/events?event=open-day`, shows: '取消活动' },
    async then(page) {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^复\s?制$/ })
        .click();
      await page.getByText('生成新的草稿').waitFor();
    },
  },
  { name: 'editor-new', path: `${O}/events/new`, shows: '新建活动' },
  { name: 'editor', path: `${O}/events/open-day/edit`, shows: '市民看到的样子' },
  { name: 'editor-returned', path: `${O}/events/returned-1/edit`, shows: '上级退回了' },
  {
    ...{ name: 'editor-problems', path: `${O}/events/draft-2/edit`, shows: '市民看到的样子' },
    async then(page) {
      await page.getByRole('button', { name: '提交审核' }).click();
      await page.getByText('项要填写或修改').waitFor();
    },
  },
  {
    ...{ name: 'editor-conflict', path: `${O}/events/open-day/edit`, shows: '市民看到的样子' },
    async then(page) {
      await page.getByLabel('标题').fill('食品检测实验室开放日（周末场）');
      await page.evaluate(async () => {
        const at = '/api/v1/organisations/lasa/events/open-day';
        const event = (await (await fetch(at)).json()) as Record<string, unknown>;
        const body = JSON.stringify({ ...event, title: '走进食品检测实验室', meetAt: '一楼大厅' });
        await fetch(at, { method: 'PUT', body, headers: { 'content-type': 'application/json', 'if-match': '"3"' } });
      });
      await page.getByRole('button', { name: '保存草稿' }).click();
      await page.getByText('这场活动刚被别人改过').waitFor();
    },
  },
  { name: 'import', path: `${O}/import`, shows: '选择文件' },
  {
    ...{ name: 'import-faults', path: `${O}/import`, shows: '选择文件' },
    async then(page) {
      await page.setInputFiles('input[type=file]', { name: 'faulty.xlsx', mimeType: '', buffer: Buffer.from('x') });
      await page.getByText('共 4 处').waitFor();
    },
  },
  {
    ...{ name: 'import-done', path: `${O}/import`, shows: '选择文件' },
    async then(page) {
      await page.setInputFiles('input[type=file]', { name: 'good.xlsx', mimeType: '', buffer: Buffer.from('x') });
      await page.getByText('全部导入').click();
      await page.getByText('导入完成').waitFor();
    },
  },
  { name: 'roster', path: `${O}/events/open-day/roster`, shows: '卓*' },
  {
    ...{ name: 'roster-person', path: `${O}/events/open-day/roster`, shows: '卓*' },
    async then(page) {
      await page.getByRole('button', { name: '查看完整信息：卓*' }).click();
      await page.getByText('13800005670').waitFor();
    },
  },
  {
    ...{ name: 'roster-export', path: `${O}/events/open-day/roster`, shows: '卓*' },
    async then(page) {
      await page.getByRole('button', { name: '导出名单' }).click();
      await page.getByText('导出哪些内容').waitFor();
    },
  },
  {
    ...{ name: 'proof', path: `${O}/events/open-day/roster`, shows: '卓*' },
    async then(page) {
      await page.getByRole('button', { name: '导出名单' }).click();
      await page.getByLabel('联系报名人').check();
      await page.getByRole('button', { name: '导出 Excel' }).click();
      await page.getByText('请再确认一次身份').waitFor();
    },
  },
  {
    ...{ name: 'roster-purged', path: `${O}/events/open-day/roster`, shows: '已于' },
    before({ state }) {
      state.purgedAt = '2026-09-08T03:00:00+08:00';
    },
  },
  {
    ...{ name: 'second-factor-first', path: `${O}/`, shows: '绑定后才能继续' },
    before({ state }) {
      state.secondFactorRequired = true;
    },
  },
  { name: 'reset', path: '/reset/good-reset', shows: '登录名：baima', signedOut: true },
  { name: 'events-below', path: `${O}/events?of=below`, shows: '八廓街老字号质量行' },
  {
    ...{ name: 'event-suspend', path: `${O}/events?of=below&event=county-change`, shows: '暂停报名核实' },
    async then(page) {
      await button(page, '暂停报名核实').click();
      await page.getByText('市民会看到这场活动标着').waitFor();
    },
  },
  { name: 'figures', path: `${O}/figures`, shows: '其中 1 场未核验' },
  { name: 'figures-list', path: `${O}/figures?key=540102`, shows: '各场相加就是表中的数字' },
  { name: 'summary', path: `${O}/summary`, shows: '自动汇总的数字' },
  {
    ...{ name: 'summary-submitted', path: `${O}/summary`, shows: '已报送上级' },
    before({ state }) {
      submitBehind(state, 'lasa', '市县联动，进社区讲质量。');
    },
  },
  {
    ...{ name: 'summary-case', path: `${O}/summary`, shows: '自动汇总的数字' },
    async then(page) {
      await button(page, '添加案例').click();
      await button(page, '保 存').or(button(page, '保存')).click();
      await page.getByText('项要修改').waitFor();
    },
  },
  {
    ...{ name: 'summaries', path: `${O}/summaries`, shows: '包含 1 份下级总结' },
    before({ state }) {
      submitBehind(state, 'chengguan', '市县联动，进社区讲质量。');
    },
  },
  {
    ...{ name: 'summaries-panel', path: `${O}/summaries?organisation=chengguan`, shows: '接收这一版' },
    before({ state }) {
      submitBehind(state, 'chengguan', '市县联动，进社区讲质量。');
    },
  },
  { name: 'reviews', path: `${O}/reviews`, shows: '八廓街老字号质量行' },
  { name: 'review', path: `${O}/reviews?event=county-change`, shows: '通过并发布' },
  {
    ...{ name: 'review-return', path: `${O}/reviews?event=county-new`, shows: '通过并发布' },
    async then(page) {
      await page.getByRole('button', { name: '退回修改' }).click();
      await page.getByLabel('退回原因').waitFor();
    },
  },
  { name: 'members', path: `${O}/people`, shows: '邀请同事' },
  {
    ...{ name: 'invite', path: `${O}/people`, shows: '邀请同事' },
    before({ state }) {
      state.isProven = true;
    },
    async then(page) {
      await page.getByRole('button', { name: '邀请同事' }).click();
      await page.getByRole('button', { name: '生成邀请' }).click();
      await page.getByRole('img', { name: '邀请链接的二维码' }).waitFor();
    },
  },
  { name: 'below', path: `${O}/people?tab=below`, shows: '城关区市场监督管理局' },
  { name: 'tokens', path: `${O}/people?tab=tokens`, shows: '办公系统' },
  { name: 'mine', path: `${O}/people?tab=mine`, shows: 'Chrome · Windows' },
  {
    ...{ name: 'bind-phone', path: `${O}/people?tab=mine`, shows: 'Chrome · Windows' },
    async then(page) {
      await page.getByRole('button', { name: '绑定手机' }).click();
      await page.getByRole('img', { name: '绑定手机的二维码' }).waitFor();
    },
  },
  { name: 'on-site', path: `${O}/on-site?event=open-day`, shows: '41 / 60 人' },
  {
    ...{ name: 'pair-device', path: `${O}/on-site?event=open-day`, shows: '41 / 60 人' },
    async then(page) {
      await page.getByRole('button', { name: '配对设备' }).click();
      await page.getByLabel('设备名称').fill('西门');
      await page.getByRole('button', { name: '生成配对码' }).click();
      await page.getByText('ABCD EFGH').waitFor();
    },
  },
  { name: 'reports', path: `${O}/reviews?tab=reports`, shows: '现场收取资料费50元' },
  {
    ...{ name: 'report', path: `${O}/reviews?tab=reports`, shows: '现场收取资料费50元' },
    async then(page) {
      await page.getByRole('button', { name: '处理“现场收取资料费50元”' }).click();
      await page.getByText('13912345678').waitFor();
    },
  },
  { name: 'campaigns', path: `${O}/campaigns`, shows: '准备新年度' },
  { name: 'embed', path: `${O}/embed`, shows: '订阅地址' },
  { name: 'audit', path: `${O}/audit`, shows: '发布活动' },
  { name: 'missing', path: '/o/elsewhere/events', shows: '没有这个页面' },
];
