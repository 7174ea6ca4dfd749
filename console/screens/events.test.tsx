import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { addressNow, openConsole, press, seen, type } from '../testing/open-console';

const LIST = '/o/lasa/events';
const asked = (server: ReturnType<typeof openConsole>['server'], path: RegExp) =>
  server.told.filter((told) => path.test(told.path));

test('the filters are in the address, and the list follows it', async () => {
  openConsole(`${LIST}?state=draft`);
  await seen('儿童质量科普角');
  expect(screen.queryByText('食品检测实验室开放日')).toBeNull();
  type('从', '2026-09-12');
  await waitFor(() => {
    expect(addressNow()).toBe(`${LIST}?state=draft&from=2026-09-12`);
  });
  press('清除筛选');
  await seen('食品检测实验室开放日');
  expect(addressNow()).toBe(LIST);
});

test('a search that finds nothing says what to do', async () => {
  openConsole(`${LIST}?q=${encodeURIComponent('没有这场')}`);
  await seen('没有符合条件的活动，可以减少筛选条件。');
});

test('a bent address shows what can still be read of it', async () => {
  openConsole(`${LIST}?state=nonsense&from=yesterday&page=-3`);
  await seen('食品检测实验室开放日');
});

test('the panel has an address of its own and closes into the list', async () => {
  openConsole(LIST);
  fireEvent.click(await seen('食品检测实验室开放日'));
  await seen('已报 42，共 60 个名额，候补 3');
  expect(addressNow()).toBe(`${LIST}?event=open-day`);
  press('关闭');
  await waitFor(() => {
    expect(addressNow()).toBe(LIST);
  });
});

test('E5: cancelling says whom it reaches, and wants a reason', async () => {
  const { server } = openConsole(`${LIST}?event=open-day`);
  await seen('已报 42，共 60 个名额，候补 3');
  press('取消活动');
  await seen(/已有 45 人报名或候补/);
  press('确认取消活动');
  await seen('请填写取消原因。');
  expect(asked(server, /cancel$/)).toEqual([]);
  type('取消原因', '检测中心停电');
  press('确认取消活动');
  await seen('活动已取消，已通知 45 人。');
  expect(asked(server, /cancel$/)).toMatchObject([{ rev: 3, body: { reason: '检测中心停电' } }]);
});

test('E3: a clone for each date, the same date once', async () => {
  const { server } = openConsole(`${LIST}?event=open-day`);
  await seen('已报 42，共 60 个名额，候补 3');
  press('复制');
  await seen(/生成新的草稿/);
  press('生成草稿');
  await seen('请至少选一个日期。');
  type('日期 1', '2026-09-25');
  press('再加一个日期');
  type('日期 2', '2026-09-25');
  press('再加一个日期');
  type('日期 3', '2026-09-22');
  press('生成草稿');
  await seen('已生成 2 份草稿。');
  expect(asked(server, /clone$/)[0]?.body).toEqual({ dates: ['2026-09-22', '2026-09-25'] });
});

test('another change meanwhile: withdrawing is refused in a sentence', async () => {
  const { server } = openConsole(`${LIST}?event=returned-1`);
  await seen('请补充集合地点，并核对截止报名的时间。');
  const event = server.state.events.find(({ id }) => id === 'returned-1');
  if (event) event.rev += 1;
  press('删除草稿');
  await seen('删除这份草稿？');
  press('删除');
  await seen('这场活动刚被别人改过，请重新核对。');
});

test('a viewer sees, and has nothing to change', async () => {
  const server = new FakeServer();
  server.state.role = 'viewer';
  openConsole(LIST, { server });
  await seen('食品检测实验室开放日');
  expect(screen.queryByRole('button', { name: '新建活动' })).toBeNull();
  expect(screen.queryByRole('link', { name: '批量导入' })).toBeNull();
  fireEvent.click(await seen('食品检测实验室开放日'));
  await seen('已报 42，共 60 个名额，候补 3');
  expect(within(screen.getByRole('dialog')).queryByRole('button', { name: '编辑' })).toBeNull();
});

test('no network at first: the screen says so and tries again when asked', async () => {
  const { network } = openConsole('/o/lasa/');
  await seen('等我处理');
  network.isCut = true;
  fireEvent.click(screen.getByRole('link', { name: '活动' }));
  await seen('网络已断开');
  network.isCut = false;
  press('重试');
  await seen('食品检测实验室开放日');
});

test('a superior finds what is below beside its own, and whose it is', async () => {
  openConsole(LIST);
  await seen('食品检测实验室开放日');
  fireEvent.click(screen.getByRole('radio', { name: '下级机构' }));
  await seen('八廓街老字号质量行');
  expect(screen.getAllByText('城关区市场监督管理局（示例）').length).toBeGreaterThan(0);
  expect(screen.queryByText('食品检测实验室开放日')).toBeNull();
  expect(addressNow()).toBe(`${LIST}?of=below`);
});

test('a superior suspends with a reason, sees what citizens see, and resumes', async () => {
  const { server } = openConsole(`${LIST}?of=below&event=county-change`);
  press(await screen.findByRole('button', { name: '暂停报名核实' }).then(() => '暂停报名核实'));
  await seen(/市民会看到这场活动标着“核实中”/);
  press('暂停并核实');
  await seen('请填写暂停原因。');
  type('暂停原因', '有人反映现场收费');
  press('暂停并核实');
  await seen('市民看到的是“核实中”，暂时不能报名。已有的报名全部保留。');
  press('恢复报名');
  await seen(/按顺序递补候补的人/);
  fireEvent.click(screen.getAllByRole('button', { name: '恢复报名' }).at(-1) ?? document.body);
  await seen('已恢复报名。');
  expect(asked(server, /(suspend|resume)$/)).toMatchObject([
    { rev: 3, body: { reason: '有人反映现场收费' } },
    { rev: 4, body: {} },
  ]);
});

test('its own organisation is told that a superior looks into it, and suspends nothing itself', async () => {
  const server = new FakeServer();
  const event = server.state.events.find(({ id }) => id === 'open-day');
  if (event) event.isSuspended = true;
  openConsole(`${LIST}?event=open-day`, { server });
  await seen(/上级机构正在核实这场活动/);
  expect(screen.queryByRole('button', { name: '恢复报名' })).toBeNull();
});
