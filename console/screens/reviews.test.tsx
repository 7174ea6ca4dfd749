import { screen, waitFor, within } from '@testing-library/react';
import { changeBehind } from '../testing/fake-events';
import { openConsole, press, seen, type } from '../testing/open-console';

const decided = ({ server }: ReturnType<typeof openConsole>) =>
  server.told
    .filter(({ path }) => /\/(approve|return)$/.test(path))
    .map(({ path, body }) => [path.split('/').at(-1), body]);
const openReview = async (id: string) => {
  const opened = openConsole(`/o/lasa/reviews?event=${id}`);
  await seen('通过并发布');
  return opened;
};

test('what waits below, new ones and changes', async () => {
  openConsole('/o/lasa/reviews');
  await seen('城关区计量检定便民日（增加一场）');
  await seen('修改已发布的活动');
  await seen('新活动');
});

test('E2: a change is shown against what citizens see, and only what changed', async () => {
  await openReview('county-change');
  const table = await screen.findByRole('table', { name: '改动的内容' });
  const rows = within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
  expect(rows).toEqual(['标题', '开始时间', '结束时间', '截止报名', '集合地点']);
  expect(table.textContent).toContain('检测中心一楼大厅');
});

test('E2: approved is the version that was seen', async () => {
  const opened = await openReview('county-change');
  press('通过并发布');
  await seen('已通过，市民现在就能看到。');
  expect(decided(opened)).toEqual([['approve', { rev: 3 }]]);
});

test('E2: changed meanwhile: the new version is shown, and must be decided on anew', async () => {
  const opened = await openReview('county-change');
  changeBehind(opened.server.state, 'county-change', { meetAt: '检测中心二楼' });
  press('通过并发布');
  await seen('您审核期间，提交机构又改过这场活动');
  await seen('检测中心二楼');
  expect(opened.server.state.events.find(({ id }) => id === 'county-change')?.state).toBe('submitted');
  press('通过并发布');
  await seen('已通过，市民现在就能看到。');
  expect(decided(opened).map(([, body]) => body)).toEqual([{ rev: 3 }, { rev: 4 }]);
});

test('E2: withdrawn meanwhile: it says so, and there is nothing to decide', async () => {
  const opened = await openReview('county-new');
  const event = opened.server.state.events.find(({ id }) => id === 'county-new');
  if (event) Object.assign(event, { state: 'withdrawn', rev: 2 });
  press('通过并发布');
  await seen('提交机构已撤回这次申请，无需审核。');
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: '通过并发布' })).toBeNull();
  });
});

test('E2: returning wants a reason', async () => {
  const opened = await openReview('county-new');
  press('退回修改');
  press('确认退回');
  await seen('请填写退回原因。');
  expect(decided(opened)).toEqual([]);
  type('退回原因', '请写明集合地点');
  press('确认退回');
  await seen('已退回，提交机构会看到原因。');
  expect(decided(opened)).toEqual([['return', { rev: 1, reason: '请写明集合地点' }]]);
});
