import { fireEvent, screen, within } from '@testing-library/react';
import { addressNow, field, openConsole, press, seen, type } from '../testing/open-console';

const open = async () => {
  const opened = openConsole('/o/lasa/reviews?tab=reports');
  press(await seenButton('处理“现场收取资料费50元”'));
  await seen('13912345678');
  return opened;
};
const seenButton = async (name: string): Promise<string> => {
  await screen.findByRole('button', { name });
  return name;
};
const acts = ({ server }: ReturnType<typeof openConsole>) =>
  server.told.filter(({ method }) => method === 'POST').map(({ path, body }) => [path.split('/').at(-1), body]);

test('F7: opened once, with the way to the person, which the list does not have', async () => {
  const opened = openConsole('/o/lasa/reviews?tab=reports');
  await seen('已收到');
  expect(screen.queryByText('13912345678')).toBeNull();
  press(await seenButton('处理“现场收取资料费50元”'));
  await seen('13912345678');
  expect(opened.server.asked.filter((url) => url.includes('/reports/'))).toHaveLength(1);
  expect(addressNow()).toContain('tab=reports');
});

test('F7: handled only with words, which the person reads', async () => {
  const opened = await open();
  fireEvent.mouseDown(field('处理状态'));
  fireEvent.click(within(document.body).getByTitle('已处理'));
  press('保存');
  await seen('处理完毕，请写明结果。');
  expect(acts(opened)).toEqual([]);
  type('给反映人的话', '已退费');
  press('保存');
  await seen('已保存，反映人查询时就能看到。');
  expect(acts(opened).at(-1)?.[1]).toEqual({ state: 'handled', words: '已退费' });
});

test('F9: addresses of the region, and of the organisation alone, to copy', async () => {
  openConsole('/o/lasa/embed');
  await seen('订阅地址');
  expect(field('Atom 订阅').value).toMatch(/\/api\/v1\/events\.atom\?region=540100$/);
  expect(field('嵌入代码').value).toContain('/embed?region=540100" title="质量月活动"');
  fireEvent.click(screen.getByText('只有本机构的活动'));
  expect(field('日历订阅（ICS）').value).toMatch(/\/api\/v1\/calendar\.ics\?organisation=lasa$/);
});
