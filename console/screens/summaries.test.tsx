import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { submitBehind } from '../testing/fake-summaries';
import { openConsole, press, seen, type } from '../testing/open-console';

type Opened = ReturnType<typeof openConsole>;
const COUNTY = '城关区市场监督管理局（示例）';
const decided = ({ server }: Opened) =>
  server.told.filter(({ path, method }) => method === 'POST' && path.includes('/below/')).map(({ body }) => body);

async function open(isProven = true): Promise<Opened> {
  const server = new FakeServer();
  server.state.isProven = isProven;
  submitBehind(server.state, 'chengguan', '市县联动');
  const opened = openConsole('/o/lasa/summaries', { server });
  await seen(COUNTY);
  return opened;
}

test('F5: accepted is exactly the version that was seen', async () => {
  const opened = await open();
  await seen('包含 1 份下级总结');
  press(`查看${COUNTY}的总结`);
  await seen('市县联动');
  press('接收这一版');
  await seen('已接收。');
  expect(decided(opened)).toEqual([{ version: 1, hash: '1'.repeat(64) }]);
});

test('F3: another version since: the new one is shown, and must be decided on', async () => {
  const opened = await open();
  press(`查看${COUNTY}的总结`);
  await seen('市县联动');
  submitBehind(opened.server.state, 'chengguan', '补充了案例');
  press('接收这一版');
  await seen('补充了案例');
  press('接收这一版');
  await seen('已接收。');
  expect(decided(opened).map((body) => body.version)).toEqual([1, 2]);
});

test('F5: returning wants a reason; what is missing is named, and not waited for', async () => {
  const opened = await open();
  press(`查看${COUNTY}的总结`);
  await seen('市县联动');
  press('退回修改');
  press('确认退回');
  await seen('请填写退回原因。');
  type('退回原因', '请补充案例');
  press('确认退回');
  await seen('已退回，对方会看到原因。');
  await seen('未收到 1 份');
  expect(decided(opened)).toEqual([{ version: 1, reason: '请补充案例' }]);
});

test('F5: what came on paper is noted with day and name, and can be taken back', async () => {
  const server = new FakeServer();
  openConsole('/o/lasa/summaries', { server });
  await seen(COUNTY);
  press(`登记线下收到${COUNTY}的总结`);
  type('收件人', '次旺');
  fireEvent.click(screen.getAllByRole('button', { name: '登记线下收到' }).at(-1) ?? document.body);
  await seen('已线下收到（9月10日 周四）');
  expect(server.state.summaries.chengguan?.received).toEqual({ on: '2026-09-10', who: '次旺' });
  press(`撤销登记：${COUNTY}`);
  fireEvent.click((await screen.findAllByRole('button', { name: '撤销登记' })).at(-1) ?? document.body);
  await waitFor(() => {
    expect(server.state.summaries.chengguan?.received).toBeNull();
  });
});

test('a viewer looks, and decides nothing', async () => {
  const server = new FakeServer();
  server.state.role = 'viewer';
  submitBehind(server.state, 'chengguan', '市县联动');
  openConsole('/o/lasa/summaries', { server });
  await seen(COUNTY);
  press(`查看${COUNTY}的总结`);
  await seen('市县联动');
  expect(screen.queryByRole('button', { name: '接收这一版' })).toBeNull();
});
