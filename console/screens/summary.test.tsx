import { fireEvent, screen, waitFor } from '@testing-library/react';
import { parseInstant } from '../../domain/time/time';
import { FakeServer } from '../testing/fake-server';
import { changeSummaryBehind } from '../testing/fake-summaries';
import { PASSWORD } from '../testing/fake-state';
import { field, goOnline, openConsole, press, saidBeside, seen, type } from '../testing/open-console';

afterEach(() => {
  localStorage.clear();
});

type Opened = ReturnType<typeof openConsole>;
const HAND = '接受咨询（人次）选填';
async function open(server = new FakeServer()): Promise<Opened> {
  const opened = openConsole('/o/lasa/summary', { server });
  await screen.findByLabelText('主要做法');
  return opened;
}
const stored = ({ server }: Opened) => server.state.summaries.lasa;
const confirmSubmit = async (): Promise<void> => {
  press('报送上级');
  await seen('报送这份总结？');
  fireEvent.click(screen.getAllByRole('button', { name: '报送上级' }).at(-1) ?? document.body);
};

test('F2: what the system knows is there; what is left empty stays unknown', async () => {
  const opened = await open();
  await seen('三（六） 实验室开放');
  await seen(/10月9日 周五前报送（藏质标办〔2025〕1号 五）/);
  await seen(/还有 29 天/);
  type('主要做法', '市县联动');
  expect(screen.getByText('4 / 1000 字')).toBeTruthy();
  type(HAND, '1200');
  press('保存');
  await seen('已保存。');
  expect(stored(opened)?.body).toMatchObject({
    texts: { measures: '市县联动', results: '' },
    hand: { consultations: 1200, leaflets: null },
  });
});

test.each([
  ['a mobile number', '主要做法', '联系 13800001234', '请去掉手机号。'],
  ['money asked for', '活动成效', '每人收取 50 元', '质量月活动不得收费，请去掉涉及收费的文字。'],
  ['too long a text', '存在问题', '长'.repeat(1001), '太长了，请删减一些。'],
  ['no whole number', HAND, '约一千', '请填写整数，不知道可以留空。'],
])('F2: %s is refused beside its field, and not sent', async (_, label, text, sentence) => {
  const opened = await open();
  type(label, text);
  press('保存');
  await seen('还有 1 项要修改');
  expect(saidBeside(label)).toContain(sentence);
  expect(opened.server.told.some(({ method }) => method === 'PUT')).toBe(false);
});

test('F2: a case with its paragraph and a picture', async () => {
  const opened = await open();
  press('添加案例');
  type('标题', '把检测讲给群众听');
  press('保存');
  await seen('还有 1 项要修改');
  fireEvent.mouseDown(screen.getByLabelText('对应的通知条目'));
  fireEvent.click(await screen.findByTitle('三（二） 首席质量官'));
  const file = new File(['png'], 'a.png', { type: 'image/png' });
  fireEvent.change(screen.getByLabelText('添加图片'), { target: { files: { item: () => file } } });
  await screen.findByRole('img', { name: '图片 1' });
  press('保存');
  await seen('已保存。');
  expect(stored(opened)?.body.cases).toMatchObject([
    {
      title: '把检测讲给群众听',
      paragraph: '三（二） 首席质量官',
      visibility: 'superiors',
      pictures: [expect.any(String)],
    },
  ]);
});

test('F3: submitting asks who it is, freezes a version with its hash, and can be withdrawn', async () => {
  const opened = await open();
  type('主要做法', '市县联动');
  await confirmSubmit();
  await seen('请再确认一次身份');
  type('登录密码或 6 位验证码', PASSWORD);
  press('确认');
  await seen('第 1 版');
  await seen(/校验码（SHA-256） 1{64}/);
  expect(field('主要做法').disabled).toBe(true);
  press('查看变化：第 1 版');
  await seen('合计 · 已举办场次');
  press('关闭');
  press('撤回修改');
  await waitFor(() => {
    expect(field('主要做法').disabled).toBe(false);
  });
  expect(stored(opened)?.versions).toHaveLength(1);
});

test('F4: after the deadline submitting goes on, marked', async () => {
  const server = new FakeServer();
  server.state.isProven = true;
  server.state.summaryNow = parseInstant('2026-10-10T00:00:00+08:00') ?? 0;
  await open(server);
  await seen(/已过截止日期，仍可以报送/);
  await confirmSubmit();
  await seen('第 1 版');
  await seen('迟报');
});

test('what was typed survives a reload and a lost network', async () => {
  const opened = await open();
  opened.network.isCut = true;
  type('活动成效', '群众满意');
  press('保存');
  await seen(/没有连上服务器/);
  opened.reload();
  opened.network.isCut = false;
  press(await screen.findByRole('button', { name: '重试' }).then(() => '重试'));
  await seen('已恢复您上次没有保存的内容。');
  expect(field('活动成效').value).toBe('群众满意');
  opened.network.isCut = true;
  press('保存');
  await seen(/没有连上服务器/);
  opened.network.isCut = false;
  await goOnline();
  await waitFor(() => {
    expect(stored(opened)?.body.texts.results).toBe('群众满意');
  });
});

test('a colleague saved meanwhile: it is asked which holds', async () => {
  const opened = await open();
  type('主要做法', '我的写法');
  changeSummaryBehind(opened.server.state, 'lasa', '同事的写法');
  press('保存');
  await seen('这份总结刚被同事改过');
  fireEvent.click(screen.getByLabelText('“主要做法”保留您的修改：我的写法'));
  press('按所选内容保存');
  await waitFor(() => {
    expect(stored(opened)?.body.texts.measures).toBe('我的写法');
  });
});
