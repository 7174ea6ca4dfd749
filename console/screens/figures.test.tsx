import { screen, waitFor, within } from '@testing-library/react';
import { addressNow, openConsole, press, seen } from '../testing/open-console';

const rows = async (): Promise<HTMLElement[]> => screen.findAllByRole('rowheader');

test('F1: rows in code order, empty ones too; each name has its definition, and what nobody checked is no 0', async () => {
  openConsole('/o/lasa/figures');
  const names = (await rows()).map(({ textContent }) => textContent);
  expect(names.slice(0, 3)).toEqual(['拉萨市本级', '城关区', '堆龙德庆区']);
  expect(names.at(-1)).toBe('合计');
  await seen('已经结束且没有取消的场次。');
  await seen('截至 9月10日 周四 09:00');
  const [own, county, next] = screen.getAllByRole('row').slice(1);
  expect(county?.textContent).toContain('57（其中 1 场未核验）扫码核验 41 · 手工核验 9 · 现场登记 4 · 纸质统计 3');
  expect(own?.textContent).not.toContain('未核验');
  expect(within(next ?? document.body).getAllByText('—')).toHaveLength(1);
});

test('F1: a number opens the list behind it, as of the same time', async () => {
  const { server } = openConsole('/o/lasa/figures?by=region');
  await rows();
  press('城关区，已举办场次 3，查看活动');
  await seen(/各场相加就是表中的数字。/);
  await seen('食品检测实验室开放日');
  expect(addressNow()).toBe('/o/lasa/figures?by=region&key=540102');
  expect(server.asked.filter((url) => url.includes('/figures/events'))).toEqual([
    expect.stringMatching(/asOf=2026-09-10T09%3A00%3A00%2B08%3A00.*key=540102/),
  ]);
  press('关闭');
  await waitFor(() => {
    expect(addressNow()).toBe('/o/lasa/figures?by=region');
  });
});

test('F1: the workbook has the numbers of the screen', async () => {
  const { server } = openConsole('/o/lasa/figures?by=kind');
  await rows();
  press('下载 Excel');
  await waitFor(() => {
    expect(server.asked.at(-1)).toMatch(/figures\?by=kind&campaign=2026&asOf=2026-09-10.*&format=xlsx/);
  });
});
