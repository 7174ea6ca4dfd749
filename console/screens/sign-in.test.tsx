import { fireEvent, screen } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { CODE, PASSWORD } from '../testing/fake-state';
import { addressNow, alerted, field, openConsole, press, saidBeside, seen, type } from '../testing/open-console';

afterEach(() => {
  localStorage.clear();
});

async function signIn(login: string, password = PASSWORD): Promise<void> {
  await screen.findByLabelText('登录名');
  type('登录名', login);
  type('密码', password);
  press('登录');
}

test('somebody who is not signed in comes back to where they wanted to go', async () => {
  openConsole('/o/lasa/events?state=draft', { signedOut: true });
  await signIn('lasa');
  await seen('儿童质量科普角');
  expect(addressNow()).toBe('/o/lasa/events?state=draft');
});

test('nothing typed: both fields say so, and nobody is asked', async () => {
  const { server } = openConsole('/sign-in', { signedOut: true });
  await screen.findByLabelText('登录名');
  press('登录');
  expect(saidBeside('登录名')).toContain('请输入登录名。');
  expect(saidBeside('密码')).toContain('请输入密码。');
  expect(server.told.filter(({ method }) => method === 'POST')).toEqual([]);
});

test.each([
  ['a wrong password', 'lasa', 'not-the-password', '登录名、密码或验证码不正确。'],
  ['too many failures', 'locked', PASSWORD, '操作太频繁，请稍后再试。请 30 秒后再试。'],
])('%s', async (_, login, password, sentence) => {
  openConsole('/sign-in', { signedOut: true });
  await signIn(login, password);
  expect(await alerted()).toBe(sentence);
});

test('with a second factor, the code is asked for after the password', async () => {
  const { server } = openConsole('/sign-in', { signedOut: true });
  await signIn('second');
  await seen('打开手机上的验证器，输入 6 位数字；也可以输入一个恢复码。');
  press('验证并登录');
  expect(saidBeside('验证码')).toContain('请输入验证码。');
  type('验证码', ' 123 456 ');
  press('验证并登录');
  await seen('等我处理');
  expect(server.told.find(({ body }) => 'code' in body)?.body.code).toBe('123456');
});

test('no network: it says so, and what was typed stays', async () => {
  const { network } = openConsole('/sign-in', { signedOut: true });
  network.isCut = true;
  await signIn('lasa');
  expect(await alerted()).toBe('没有连上服务器，请检查网络后重试。');
  expect(field('登录名').value).toBe('lasa');
});

test('signing out forgets what this browser kept', async () => {
  localStorage.setItem('quality-month-console/event/m-1/lasa/new', '{}');
  localStorage.setItem('another-app', 'stays');
  openConsole('/o/lasa/');
  await seen('等我处理');
  press('退出登录');
  await seen('登录名');
  expect(Object.keys(localStorage)).toEqual(['another-app']);
});

test('A4: where the second factor is compulsory, nothing comes before it, and then the screen that was wanted', async () => {
  const server = new FakeServer();
  server.state.secondFactorRequired = true;
  openConsole('/o/lasa/events?state=draft', { signedOut: true, server });
  await signIn('lasa');
  await seen('管理员和编辑须使用验证器，绑定后才能继续。');
  expect(screen.queryByRole('button', { name: '以后再绑定' })).toBeNull();
  expect(server.told.some(({ path }) => path.includes('/organisations/'))).toBe(false);
  await screen.findByRole('img', { name: '验证器的二维码' });
  type('验证器显示的 6 位数字', CODE);
  press('完成绑定');
  await seen('k7rm-2p9x');
  fireEvent.click(screen.getByLabelText('我已保存好恢复码'));
  press('进入工作台');
  await seen('儿童质量科普角');
  expect(addressNow()).toBe('/o/lasa/events?state=draft');
});

test('A4: an admin’s link sets a new password, and leads to signing in with it', async () => {
  const { server } = openConsole('/reset/good-reset', { signedOut: true });
  await seen('登录名：baima');
  type('新密码', 'baima');
  press('设置新密码');
  expect(saidBeside('新密码')).toContain('密码至少 10 个字符。');
  type('新密码', 'barley at dawn 7');
  type('再输入一次密码', 'barley at dawn 7');
  press('设置新密码');
  await seen('新密码已设置，请登录。');
  await screen.findByLabelText('登录名');
  expect(addressNow()).toBe('/sign-in');
  expect(server.state.password).toBe('barley at dawn 7');
});

test('A4: a link that is gone says whom to ask', async () => {
  openConsole('/reset/used', { signedOut: true });
  await seen(/重置链接已失效。可能已被使用/);
});
