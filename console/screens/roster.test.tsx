import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { PASSWORD } from '../testing/fake-state';
import { addressNow, openConsole, press, seen, type } from '../testing/open-console';

const ROSTER = '/o/lasa/events/open-day/roster';
const open = () => openConsole(ROSTER);

test('R1: the list is masked, and looking at it is no act', async () => {
  const { server } = open();
  await seen('卓*');
  await seen('138****5670');
  expect(document.body.textContent).not.toMatch(/1380000\d{4}/);
  expect(server.state.opened).toEqual([]);
});

test('R1: one person is opened by one request', async () => {
  const { server } = open();
  await seen('卓*');
  press('查看完整信息：卓*');
  await seen('13800005670');
  await seen('这次查看已记入操作记录。请只用于本次活动，不要转发。');
  window.dispatchEvent(new Event('focus'));
  expect(server.state.opened).toEqual(['sign-up-0']);
});

test('R1: a search for a name stays out of the address', async () => {
  const { server } = open();
  await seen('卓*');
  type('姓名，或手机号、凭证的后 4 位', '扎西');
  press('search');
  await waitFor(() => {
    expect(screen.queryByText('卓*')).toBeNull();
  });
  await seen('扎*');
  expect(addressNow()).toBe(ROSTER);
  expect(server.state.opened).toEqual([]);
});

test('R1: after the purge it says since when, and there is nobody to open or to export', async () => {
  const server = new FakeServer();
  server.state.purgedAt = '2026-09-08T03:00:00+08:00';
  openConsole(ROSTER, { server });
  await seen('按隐私承诺，报名人的个人信息已于 9月8日 周二 删除，只保留人数。');
  expect(screen.queryByRole('button', { name: '导出名单' })).toBeNull();
});

test('R2: a purpose, the fewest columns, and a fresh proof; then the file', async () => {
  const { server } = open();
  await seen('卓*');
  press('导出名单');
  await seen('导出哪些内容');
  press('导出 Excel');
  await seen('请选择用途。');
  const exported = () => server.told.filter(({ path }) => path.endsWith('/export'));
  expect(exported()).toEqual([]);
  fireEvent.click(screen.getByLabelText('现场核验'));
  press('导出 Excel');
  await seen('请再确认一次身份');
  type('登录密码或 6 位验证码', 'not-the-password');
  press('确认');
  await seen('不正确，请重新输入。');
  type('登录密码或 6 位验证码', PASSWORD);
  press('确认');
  await seen('表格已下载。用完请及时删除。');
  expect(exported().map(({ body }) => body)).toEqual([
    { columns: ['name', 'seats', 'ticket'], purpose: 'entry' },
    { columns: ['name', 'seats', 'ticket'], purpose: 'entry' },
  ]);
});

test('R2: each purpose has its own fewest columns, until somebody chooses', async () => {
  const { server } = open();
  server.state.isProven = true;
  await seen('卓*');
  press('导出名单');
  await seen('导出哪些内容');
  const chosen = (): string[] =>
    Array.from(document.querySelectorAll<HTMLInputElement>('.choices input:checked'), ({ value }) => value);
  expect(chosen()).toEqual([]);
  fireEvent.click(screen.getByLabelText('现场核验'));
  expect(chosen()).toEqual(['name', 'seats', 'ticket']);
  fireEvent.click(screen.getByLabelText('联系报名人'));
  expect(chosen()).toEqual(['name', 'mobile']);
  fireEvent.click(screen.getByLabelText('人数'));
  fireEvent.click(screen.getByLabelText('安排座位'));
  expect(chosen()).toEqual(['name', 'mobile', 'seats']);
  press('导出 Excel');
  await seen('表格已下载。用完请及时删除。');
  const [exported] = server.told.filter(({ path }) => path.endsWith('/export'));
  expect(exported?.body).toEqual({ columns: ['name', 'mobile', 'seats'], purpose: 'seating' });
});

test('R2: who does not prove who they are gets no file', async () => {
  const { server } = open();
  await seen('卓*');
  press('导出名单');
  await seen('导出哪些内容');
  fireEvent.click(screen.getByLabelText('联系报名人'));
  press('导出 Excel');
  await seen('请再确认一次身份');
  fireEvent.click(screen.getAllByRole('button', { name: '取消' }).at(-1) ?? document.body);
  await waitFor(() => {
    expect(screen.queryByText('请再确认一次身份')).toBeNull();
  });
  expect(server.told.filter(({ path }) => path.endsWith('/proof'))).toEqual([]);
  expect(screen.queryByText('表格已下载。用完请及时删除。')).toBeNull();
});
