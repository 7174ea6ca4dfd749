import { fireEvent, screen } from '@testing-library/react';
import { alerted, field, openConsole, press, seen } from '../testing/open-console';

const open = () => openConsole('/o/lasa/import');

async function choose(name: string, size = 1): Promise<void> {
  await seen('选择文件');
  const file = new File(['x'.repeat(size)], name);
  fireEvent.change(field('选择文件'), { target: { files: { item: () => file, length: 1 } } });
}
const sent = ({ server }: ReturnType<typeof open>) => server.told.filter(({ path }) => path.includes('/imports'));

test.each([
  ['an old workbook', 'old.xls', 1, '只支持 .xlsx 和 .csv 文件。.xls 文件请在 Excel 里另存为 .xlsx。'],
  ['a picture', 'photo.png', 1, '只支持 .xlsx 和 .csv 文件。.xls 文件请在 Excel 里另存为 .xlsx。'],
  ['more than 1 MB', 'big.xlsx', 1024 * 1024 + 1, '文件超过 1 MB，请拆成几份再导入。'],
])('%s is refused before it is sent', async (_, name, size, sentence) => {
  const opened = open();
  await choose(name, size);
  expect(await alerted()).toBe(sentence);
  expect(sent(opened)).toEqual([]);
});

test('E4: every fault of every row, and nothing is written', async () => {
  const opened = open();
  await choose('faulty.xlsx');
  expect(await alerted()).toBe('3 行有问题，共 4 处。请在 Excel 里改好再上传。');
  for (const text of ['C4', 'H4', 'B7', 'E9', '品鉴会（门票 20 元）', '质量月活动不得收费，请去掉涉及收费的文字。'])
    await seen(text);
  expect(screen.queryByRole('button', { name: '全部导入' })).toBeNull();
  expect(sent(opened).map(({ path }) => path.endsWith('/apply'))).toEqual([false]);
});

test('E4: the marked workbook, and only the good rows', async () => {
  const opened = open();
  await choose('faulty.xlsx');
  await alerted();
  press('下载标注了问题的表格');
  await seen('只导入没有问题的 9 行');
  press('只导入没有问题的 9 行');
  await seen('导入完成');
  await seen(/有问题的 3 行没有导入/);
  expect(sent(opened).at(-1)?.body).toEqual({ onlyGood: true });
  expect(sent(opened).some(({ path }) => path.endsWith('/marked.xlsx'))).toBe(true);
});

test('a good file: checked first, then written whole', async () => {
  const opened = open();
  await choose('good.xlsx');
  await seen('新建 9 场，更新 2 场，1 场没有变化');
  press('全部导入');
  await seen('新建 9 场，更新 2 场。导入后是草稿，核对后再发布。');
  expect(sent(opened).at(-1)?.body).toEqual({});
});

test('progress: what is being done is said while it lasts', async () => {
  const { network } = open();
  let go = (): void => undefined;
  network.hold = new Promise((resolve) => (go = resolve));
  // The page itself is asked for first.
  go();
  network.hold = null;
  await seen('选择文件');
  network.hold = new Promise((resolve) => (go = resolve));
  await choose('good.xlsx');
  await seen('正在检查“good.xlsx”，请稍候');
  expect(screen.getByRole('progressbar')).toBeTruthy();
  go();
  await seen('检查通过，没有发现问题。');
});

test('a file that the server will not open says why', async () => {
  open();
  await choose('bomb.xlsx');
  expect(await alerted()).toContain('文件解开后过大，无法读取。');
});

test('overtaken since the check: check again', async () => {
  const opened = open();
  await choose('stale.xlsx');
  await seen('检查通过，没有发现问题。');
  press('全部导入');
  await seen('检查之后，有活动被别人改过。请重新检查。');
  press('重新检查');
  await seen('检查通过，没有发现问题。');
  expect(sent(opened).filter(({ path }) => path.endsWith('/imports'))).toHaveLength(2);
});

test('no network: the file is still there to be sent again', async () => {
  const opened = open();
  await seen('选择文件');
  opened.network.isCut = true;
  await choose('good.xlsx');
  expect(await alerted()).toContain('没有连上服务器。文件还在，联网后点“重试”。');
  opened.network.isCut = false;
  press('重试');
  await seen('检查通过，没有发现问题。');
});
