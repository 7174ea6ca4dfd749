import { fireEvent, screen } from '@testing-library/react';
import { CODE, PASSWORD } from '../testing/fake-state';
import { addressNow, alerted, field, openConsole, press, saidBeside, seen, type } from '../testing/open-console';

async function fillIn(account: {
  readonly login?: string;
  readonly password?: string;
  readonly again?: string;
}): Promise<void> {
  await seen(/邀请您担任“编辑”/);
  const { login = 'baima', password = PASSWORD, again = password } = account;
  type('姓名', '白玛');
  type('登录名', login);
  type('密码', password);
  type('再输入一次密码', again);
  press('接受邀请并登录');
}

const open = () => openConsole('/invitation/good-invitation', { signedOut: true });
const accepted = ({ server }: ReturnType<typeof open>) => server.told.some(({ path }) => path.endsWith('/accept'));

test('an invitation that is gone says so and leads to signing in', async () => {
  openConsole('/invitation/used', { signedOut: true });
  await seen('邀请已失效');
  expect(screen.getByRole('link', { name: '去登录' }).getAttribute('href')).toBe('/sign-in');
});

test.each([
  ['a short password', { password: '短密码' }, '密码', '密码至少 10 个字符。'],
  ['the login as password', { login: 'baima-lasa', password: 'Baima-Lasa' }, '密码', '密码不能与登录名相同。'],
  ['another the second time', { again: 'a-long-passwort' }, '再输入一次密码', '两次输入的密码不一样。'],
  ['a login with a space', { login: 'bai ma' }, '登录名', '登录名应为 3 至 40 个字符，只用字母、数字、“.”“-”“_”。'],
])('%s is refused here already', async (_, account, label, sentence) => {
  const opened = open();
  await fillIn(account);
  expect(saidBeside(label)).toContain(sentence);
  expect(accepted(opened)).toBe(false);
});

test.each([
  ['a login that is taken', { login: 'lasa' }, '登录名', '这个登录名已有人使用，请换一个。'],
  ['a common password', { password: 'password1234' }, '密码', '这个密码太常见，请换一个。'],
])('%s is refused by the server, beside its field', async (_, account, label, sentence) => {
  open();
  await fillIn(account);
  await seen(sentence);
  expect(saidBeside(label)).toContain(sentence);
});

test('account, second factor, recovery codes, workbench', async () => {
  open();
  await fillIn({});
  await screen.findByRole('img', { name: '验证器的二维码' }, { timeout: 4_000 });
  expect(field(/手动输入这串密钥/).value).toBe('JBSWY3DPEHPK3PXP');
  type('验证器显示的 6 位数字', '12');
  press('完成绑定');
  expect(saidBeside('验证器显示的 6 位数字')).toContain('请输入 6 位数字。');
  type('验证器显示的 6 位数字', '654321');
  press('完成绑定');
  await seen(/数字不对/);
  type('验证器显示的 6 位数字', CODE);
  press('完成绑定');
  await seen('k7rm-2p9x');
  const enter = screen.getByRole<HTMLButtonElement>('button', { name: '进入工作台' });
  expect(enter.disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('我已保存好恢复码'));
  fireEvent.click(enter);
  await seen('等我处理');
  expect(addressNow()).toBe('/o/lasa/');
});

test('no network: the form stays as it is', async () => {
  const { network } = open();
  await seen(/邀请您担任/);
  network.isCut = true;
  await fillIn({});
  expect(await alerted()).toBe('没有连上服务器，请检查网络后重试。');
  expect(field('姓名').value).toBe('白玛');
});
