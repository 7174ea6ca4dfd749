import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { PASSWORD } from '../testing/fake-state';
import { field, openConsole, press, seen, type } from '../testing/open-console';

async function prove(): Promise<void> {
  await seen('请再确认一次身份');
  type('登录密码或 6 位验证码', PASSWORD);
  press('确认');
}

function proven(): FakeServer {
  const server = new FakeServer();
  server.state.isProven = true;
  return server;
}

test('A2: the last admin stays, and it is said why', async () => {
  const { server } = openConsole('/o/lasa/people');
  await screen.findByRole('button', { name: '移除次旺（示例）' });
  press('移除次旺（示例）');
  await seen('移除次旺（示例）？');
  press('移除');
  await prove();
  await seen('至少要保留一位管理员。请先把其他人设为管理员。');
  expect(server.state.members).toHaveLength(3);
});

test('A member is removed after a question and a proof', async () => {
  const { server } = openConsole('/o/lasa/people');
  await seen('白玛（示例）');
  press('移除白玛（示例）');
  await seen(/他的登录会立即结束/);
  press('移除');
  await prove();
  await seen('已移除白玛（示例）。');
  expect(server.state.members.map(({ name }) => name)).not.toContain('白玛（示例）');
});

test('A3: an invitation is shown once, as a link and as a code, and can be revoked', async () => {
  const { server } = openConsole('/o/lasa/people', { server: proven() });
  await seen('邀请同事');
  press('邀请同事');
  await seen('编辑活动、查看名单、写总结');
  fireEvent.click(screen.getByRole('radio', { name: /^查看/ }));
  press('生成邀请');
  await screen.findByRole('img', { name: '邀请链接的二维码' });
  expect(field('邀请链接').value).toBe('http://localhost/console/invitation/Zk3-new-invitation-token');
  expect(server.told.find(({ path, method }) => method === 'POST' && path.endsWith('/invitations'))?.body).toEqual({
    role: 'viewer',
  });
  press('完成');
  await seen('还没有接受的邀请');
  fireEvent.click(screen.getAllByRole('button', { name: '撤销“查看”的邀请' })[0] ?? document.body);
  await seen('邀请已撤销。');
  expect(server.state.invitations).toHaveLength(1);
});

test('A6: a token is named, scoped, and shown once', async () => {
  const { server } = openConsole('/o/lasa/people?tab=tokens', { server: proven() });
  await seen('办公系统');
  press('生成令牌');
  await seen('写明给哪个系统用。');
  fireEvent.click(screen.getAllByRole('button', { name: '生成令牌' }).at(-1) ?? document.body);
  await seen('请填写名称。');
  type('名称', '数据交换平台');
  fireEvent.click(screen.getAllByRole('button', { name: '生成令牌' }).at(-1) ?? document.body);
  await seen(/关闭后不再显示/);
  expect(field('令牌内容').value).toBe('qm_5f2c-shown-once');
  press('我已保存');
  await waitFor(() => {
    expect(document.body.innerHTML).not.toContain('qm_5f2c-shown-once');
  });
  expect(server.state.tokens.at(-1)).toMatchObject({ name: '数据交换平台', scopes: ['publish'] });
});

test('A4, A5: my sessions can be ended, and a phone is bound by a code and a number', async () => {
  const { server } = openConsole('/o/lasa/people?tab=mine');
  await seen('本次登录');
  press('结束在Edge · Windows上的登录');
  await seen('该登录已结束。');
  expect(server.told.some(({ path, method }) => method === 'DELETE' && path.endsWith('/sessions/s-2'))).toBe(true);
  press('绑定手机');
  await screen.findByRole('img', { name: '绑定手机的二维码' });
  await seen('27');
});

test('A4: a colleague’s way back in is a link, shown once', async () => {
  openConsole('/o/lasa/people', { server: proven() });
  await seen('白玛（示例）');
  expect(screen.queryByRole('button', { name: '重置登录：次旺（示例）' })).toBeNull();
  press('重置登录：白玛（示例）');
  press('生成重置链接');
  await screen.findByRole('img', { name: '重置链接的二维码' });
  expect(field('重置链接').value).toBe('http://localhost/console/reset/Rk9-new-reset-token');
});

test('A4: a password is changed with the one before', async () => {
  const { server } = openConsole('/o/lasa/people?tab=mine');
  const change = async (current: string, next: string): Promise<void> => {
    type('当前密码', current);
    type('新密码', next);
    type('再输入一次密码', next);
    fireEvent.click((await screen.findAllByRole('button', { name: '修改密码' })).at(-1) ?? document.body);
  };
  await seen('修改密码');
  press('修改密码');
  await screen.findByLabelText('当前密码');
  await change('wrong-password', 'barley at dawn 7');
  await seen('当前密码不正确，请重新输入。');
  await change(PASSWORD, 'password1234');
  await seen('这个密码太常见，请换一个。');
  await change(PASSWORD, 'barley at dawn 7');
  await seen('密码已修改，其他登录已结束。');
  expect(server.state.password).toBe('barley at dawn 7');
});

test('a viewer manages nobody', async () => {
  const server = new FakeServer();
  server.state.role = 'viewer';
  openConsole('/o/lasa/people', { server });
  await seen('白玛（示例）');
  expect(screen.queryByRole('button', { name: '邀请同事' })).toBeNull();
  expect(screen.queryByRole('tab', { name: '接口令牌' })).toBeNull();
});

test('a county, which has nothing below, finds no page about what is below', async () => {
  const server = new FakeServer();
  for (const each of server.state.organisations) if (each.id === 'lasa') each.region = '540102';
  openConsole('/o/lasa/people', { server });
  await seen('白玛（示例）');
  for (const name of ['审核', '下级总结']) expect(screen.queryByRole('link', { name })).toBeNull();
  expect(screen.queryByRole('tab', { name: '下级机构' })).toBeNull();
  expect(screen.getByRole('link', { name: '总结与案例' })).toBeTruthy();
});

test('a member who has just begun is told where to begin', async () => {
  const server = new FakeServer();
  server.state.events = [];
  openConsole('/o/lasa/', { server });
  await seen(/还没有活动。点右上角的“新建活动”发布第一场/);
});

test('A7: the log says who did what, and goes on where it ended', async () => {
  openConsole('/o/lasa/audit');
  await seen('发布活动');
  await seen('改动：开始时间、结束时间');
  await seen('原因：现场核验');
  await seen('报名人');
  expect(document.body.textContent).not.toContain('e7c1-44');
  expect(screen.queryByText('新增机构', { selector: 'td' })).toBeNull();
  press('加载更多');
  await waitFor(() => {
    expect(screen.getByText('命令行')).toBeTruthy();
  });
});
