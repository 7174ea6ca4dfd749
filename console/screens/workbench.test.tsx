import { fireEvent, screen, within } from '@testing-library/react';
import { contentOf } from '../testing/fake-data';
import { FakeServer } from '../testing/fake-server';
import { addressNow, openConsole, press, seen } from '../testing/open-console';

const HOME = '/o/lasa/';
const card = (name: string): HTMLElement => screen.getByRole('region', { name });
const titles = (of: HTMLElement): string[] =>
  within(of)
    .queryAllByRole('link')
    .map(({ textContent }) => textContent);

test('what waits for me, by kind; each leads to where it is done', async () => {
  openConsole(HOME);
  await seen('待我审核');
  const waiting = card('等我处理');
  expect(titles(waiting)).toEqual([
    '城关区计量检定便民日（增加一场）',
    '八廓街老字号质量行',
    'QC 小组成果发表会',
    '（还没有标题）',
    '儿童质量科普角',
  ]);
  fireEvent.click(within(waiting).getByRole('link', { name: 'QC 小组成果发表会' }));
  await seen(/上级退回了/);
  expect(addressNow()).toBe('/o/lasa/events/returned-1/edit');
});

test('today’s events, then those of the week; a cancelled one is neither', async () => {
  openConsole(HOME);
  await seen('质量月主题宣传周启动');
  expect(titles(card('今天'))).toEqual(['质量月主题宣传周启动']);
  const next = titles(card('未来 7 天'));
  expect(next).toEqual(expect.arrayContaining(['首席质量官能力提升培训', '家用水表电表免费检定']));
  expect(next).not.toContain('户外宣传咨询台');
});

test('sign-up that ends soon, the nearest first, with what is left', async () => {
  openConsole(HOME);
  await seen(/名额已满/);
  const closing = card('即将截止');
  expect(titles(closing).filter((title) => title !== '活动总结')).toEqual([
    '首席质量官能力提升培训',
    '家用水表电表免费检定',
  ]);
  expect(closing.textContent).toContain('还剩 42 个名额');
});

test('more than fit are one link away, and counted', async () => {
  const server = new FakeServer();
  const { events } = server.state;
  for (let count = 0; count < 6; count += 1) {
    const content = contentOf(`草稿 ${count}`, 20);
    events.push({
      ...{ id: `more-${count}`, organisation: 'lasa', content, published: null },
      ...{ state: 'draft', rev: 1, seats: null },
    });
  }
  openConsole(HOME, { server });
  fireEvent.click(await screen.findByRole('link', { name: '还有 3 项' }));
  await seen('草稿 5');
  expect(addressNow()).toBe('/o/lasa/events?state=draft');
});

test('who begins with nothing is shown where to begin', async () => {
  const server = new FakeServer();
  server.state.events = [];
  openConsole(HOME, { server });
  await seen(/还没有活动。点右上角的“新建活动”发布第一场/);
  await seen('今天没有活动。');
  await seen('近期没有报名截止的活动。');
  fireEvent.click(screen.getByRole('link', { name: '用 Excel 批量导入' }));
  await seen('选择文件');
});

test('who has done everything is told so, and not to begin', async () => {
  const server = new FakeServer();
  server.state.events = server.state.events.filter(({ id }) => id === 'open-day');
  openConsole(HOME, { server });
  await seen('没有待处理的事项。');
  expect(screen.queryByText(/还没有活动/)).toBeNull();
});

test('a viewer has nothing to do here, and is offered nothing', async () => {
  const server = new FakeServer();
  server.state.role = 'viewer';
  openConsole(HOME, { server });
  await seen('质量月主题宣传周启动');
  expect(screen.queryByRole('region', { name: '等我处理' })).toBeNull();
  expect(screen.queryByRole('button', { name: '新建活动' })).toBeNull();
});

test('a new event begins here', async () => {
  openConsole(HOME);
  await seen('待我审核');
  press('新建活动');
  await seen('市民看到的样子');
  expect(addressNow()).toBe('/o/lasa/events/new');
});

test('an organisation that is not one’s own is no page', async () => {
  openConsole('/o/elsewhere/');
  await seen('没有这个页面');
});
