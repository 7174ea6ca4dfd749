import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { changeBehind } from '../testing/fake-events';
import { FakeServer } from '../testing/fake-server';
import { PASSWORD } from '../testing/fake-state';
import {
  addressNow,
  alerted,
  field,
  goOnline,
  openConsole,
  press,
  saidBeside,
  seen,
  type,
} from '../testing/open-console';

const EDIT = '/o/lasa/events/open-day/edit';
type Opened = ReturnType<typeof openConsole>;

afterEach(() => {
  localStorage.clear();
});

const written = ({ server }: Opened) =>
  server.told.filter(({ method, path }) => method === 'PUT' || (/events$/.test(path) && method === 'POST'));
const eventIn = ({ server }: Opened, id = 'open-day') => server.state.events.find((event) => event.id === id);
const formShown = () => screen.findByLabelText('标题');

async function decryptForm(at = EDIT): Promise<Opened> {
  const opened = openConsole(at);
  await formShown();
  return opened;
}

test('E6: the preview shows what is typed', async () => {
  await decryptForm();
  type('标题', '走进实验室');
  type('名额', '80');
  const preview = screen.getByRole('region', { name: '市民看到的样子' });
  expect(preview.textContent).toContain('走进实验室');
  expect(preview.textContent).toContain('共 80 个名额');
  expect(preview.textContent).toContain('9月18日 周五 14:00–16:00');
});

test('E1: a save carries the revision that was seen', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  press('保存草稿');
  await seen('草稿已保存。');
  expect(written(opened)).toMatchObject([{ rev: 3, body: { title: '走进实验室', signUp: { capacity: 60 } } }]);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存草稿' }).disabled).toBe(true);
});

test('E1: what two people changed is asked field by field, and only then saved', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  type(/^咨询电话/, '0891-1111111');
  changeBehind(opened.server.state, 'open-day', { title: '实验室开放日', meetAt: '一楼大厅' });
  press('保存草稿');
  await seen('这场活动刚被别人改过');
  const apply = screen.getByRole<HTMLButtonElement>('button', { name: '按所选内容保存' });
  expect(apply.disabled).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('“集合地点”保留现在的内容：一楼大厅').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>('“咨询电话”保留您的修改：0891-1111111').checked).toBe(true);
  expect(screen.getByText('食品检测实验室开放日')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('“标题”保留您的修改：走进实验室'));
  fireEvent.click(apply);
  await waitFor(() => {
    expect(eventIn(opened)?.content).toMatchObject({
      title: '走进实验室',
      meetAt: '一楼大厅',
      organiser: { phone: '0891-1111111' },
    });
  });
  expect(written(opened).map(({ rev }) => rev)).toEqual([3, 4]);
});

test('E1: theirs may be kept, and nothing is saved while the question is open', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  changeBehind(opened.server.state, 'open-day', { title: '实验室开放日' });
  press('保存草稿');
  await seen('这场活动刚被别人改过');
  expect(eventIn(opened)?.content.title).toBe('实验室开放日');
  fireEvent.click(screen.getByLabelText('“标题”保留现在的内容：实验室开放日'));
  press('按所选内容保存');
  await waitFor(() => {
    expect(field('标题').value).toBe('实验室开放日');
  });
});

test('a lost network: it says where the words are, and saves by itself when it is back', async () => {
  const opened = await decryptForm();
  opened.network.isCut = true;
  type('标题', '走进实验室');
  press('保存草稿');
  expect(await alerted()).toBe('没有连上服务器。已填写的内容保存在本机，联网后会自动再次保存。');
  opened.network.isCut = false;
  await goOnline();
  await seen('草稿已保存。').catch(() => undefined);
  await waitFor(() => {
    expect(eventIn(opened)?.content.title).toBe('走进实验室');
  });
});

test('a reload keeps what was typed, over the revision that it was typed over', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  opened.reload();
  await seen('已恢复您上次没有保存的内容。');
  expect(field('标题').value).toBe('走进实验室');
  changeBehind(opened.server.state, 'open-day', { title: '别人的标题' });
  press('保存草稿');
  await seen('这场活动刚被别人改过');
  expect(written(opened)[0]?.rev).toBe(3);
});

test('what was restored can be thrown away, after a question', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  opened.reload();
  await seen('已恢复您上次没有保存的内容。');
  press('放弃这些修改');
  await seen('放弃没有保存的修改？');
  fireEvent.click(screen.getAllByRole('button', { name: '放弃这些修改' }).at(-1) ?? document.body);
  await waitFor(() => {
    expect(field('标题').value).toBe('食品检测实验室开放日');
  });
  expect(localStorage.length).toBe(0);
});

test('a new event: one id through a lost answer and a reload, then its own address', async () => {
  const opened = await decryptForm('/o/lasa/events/new');
  type('标题', '质量讲堂');
  opened.network.isCut = true;
  press('保存草稿');
  await alerted();
  opened.network.isCut = false;
  opened.reload();
  await formShown();
  press('保存草稿');
  await waitFor(() => {
    expect(addressNow()).toMatch(/^\/o\/lasa\/events\/[0-9a-f-]{36}\/edit$/);
  });
  expect(opened.server.state.events.filter(({ content }) => content.title === '质量讲堂')).toHaveLength(1);
});

test('a session that ends in the midst: sign in over the page, and the save goes on', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  opened.server.state.member = null;
  press('保存草稿');
  await seen('登录已过期');
  type('登录名', 'lasa');
  type('密码', PASSWORD);
  press('重新登录');
  await seen('草稿已保存。');
  expect(eventIn(opened)?.content.title).toBe('走进实验室');
});

test('publishing: everything that is missing is said beside its field, and the first has the focus', async () => {
  const opened = await decryptForm('/o/lasa/events/draft-2/edit');
  press('提交审核');
  expect(await alerted()).toContain('还有 3 项要填写或修改');
  expect(saidBeside('标题')).toContain('请填写标题。');
  expect(saidBeside('开始时间')).toContain('请填写开始时间。');
  await waitFor(() => {
    expect(document.activeElement).toBe(field('标题'));
  });
  expect(opened.server.told.some(({ path }) => path.endsWith('/submit'))).toBe(false);
});

test.each([
  ['words that ask for money', '标题', '品鉴会，门票 20 元', '质量月活动不得收费，请去掉涉及收费的文字。'],
  ['a title that is too long', '标题', '长'.repeat(61), '太长了，请删减一些。'],
  ['letters in a telephone number', /^咨询电话/, '打给小王', '电话只能有数字、“+”“-”、括号和空格。'],
])('%s: said at once', async (_, label, text, sentence) => {
  await decryptForm();
  type(label, text);
  expect(saidBeside(label)).toContain(sentence);
});

test.each([
  ['the end before the start', '结束时间', '2026-09-18T13:00', '结束时间早于开始时间。'],
  ['sign-up after the event', '截止报名', '2026-09-19T10:00', '截止时间不能晚于活动结束时间。'],
  ['no whole number', '名额', '六十', '填写有误'],
])('%s: refused before the server is asked', async (_, label, text, sentence) => {
  const opened = await decryptForm();
  type(label, text);
  press('提交审核');
  await seen(/项要填写或修改/);
  expect(saidBeside(label)).toContain(sentence);
  expect(opened.server.told.some(({ path }) => path.endsWith('/submit'))).toBe(false);
});

test.each([
  ['all' as const, '提交审核', '已提交审核，通过后自动发布。', 'submitted'],
  ['off' as const, '发布修改', '已发布，市民现在就能看到。', 'published'],
])('E2: approval %s: the button is %s, saves first and goes on', async (approval, label, sentence, state) => {
  const opened = openConsole('/o/lasa/');
  opened.server.state.approval = approval;
  await seen('等我处理');
  fireEvent.click(screen.getByRole('link', { name: '活动' }));
  fireEvent.click(await seen('食品检测实验室开放日'));
  await seen('已报 42，共 60 个名额，候补 3');
  press('编辑');
  await formShown();
  type('标题', '走进实验室');
  press(label);
  await seen(sentence);
  expect(eventIn(opened)).toMatchObject({ state, content: { title: '走进实验室' } });
});

test.each([
  ['alone', {}, '名额、人数或提前截止的改动已立即生效，不用审核。', ['publish'], 'published'],
  [
    'beside a change that waits',
    { 标题: '走进实验室' },
    '名额、人数或提前截止的改动已立即生效；其余修改已提交审核，通过后自动发布。',
    ['publish', 'submit'],
    'submitted',
  ],
])('E2: seats %s are published at once', async (_, more, sentence, acts, state) => {
  const opened = await decryptForm();
  await seen(/修改名额、每个账号最多人数或提前截止报名，不用审核/);
  type('名额', '80');
  for (const [label, text] of Object.entries(more)) type(label, text);
  press('提交审核');
  await seen(sentence);
  const done = opened.server.told.filter(({ path }) => /\/(publish|submit)$/.test(path));
  expect(done.map(({ path }) => path.split('/').at(-1))).toEqual(acts);
  expect(eventIn(opened)).toMatchObject({
    state,
    published: { title: '食品检测实验室开放日', signUp: { capacity: 80 } },
  });
});

test('another organiser than the organisation is no fault, but said', async () => {
  await decryptForm();
  expect(saidBeside('主办单位')).not.toContain('不同');
  type('主办单位', '拉萨市质量协会');
  expect(saidBeside('主办单位')).toContain('与本机构名称“拉萨市市场监督管理局（示例）”不同');
});

test('a returned event shows the reason', async () => {
  await decryptForm('/o/lasa/events/returned-1/edit');
  await seen('上级退回了这次提交：请补充集合地点，并核对截止报名的时间。');
});

test('two taps on save are one save', async () => {
  const opened = await decryptForm();
  type('标题', '走进实验室');
  press('保存草稿');
  press(/保存草稿/);
  await seen('草稿已保存。');
  expect(written(opened)).toHaveLength(1);
});

test('微信账号报名 is offered only where the server knows a mini-program, and is saved with the terms', async () => {
  await decryptForm();
  expect(screen.queryByLabelText('只接受微信账号报名')).toBeNull();
  cleanup();
  const server = new FakeServer();
  server.state.wechat = true;
  const opened = openConsole(EDIT, { server });
  await formShown();
  fireEvent.click(screen.getByLabelText('只接受微信账号报名'));
  press('保存草稿');
  await seen('草稿已保存。');
  expect(written(opened)).toMatchObject([{ body: { signUp: { wechatOnly: true } } }]);
});
