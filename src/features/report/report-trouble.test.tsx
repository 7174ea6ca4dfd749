import { act, fireEvent, render, screen } from '@testing-library/react';
import { reports } from '../../sync/reports';
import { problem } from '../../testing/fake-account-server';
import type { Scripted } from '../../testing/fake-phone-state';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText, tap, toasts } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { LookUp } from './look-up';
import { ReportForm } from './report-view';

const WHAT = '现场收取资料费50元';
const RECEIPT = 'ABCDEFGHJK';
const OTHER = 'BCDEFGHJKM';
const TAKEN: Scripted = { status: 201, body: JSON.stringify({ receipt: RECEIPT }) };
let answer: Scripted;

freshApp(at('10T09:00'));
beforeEach(() => {
  reports.setState({ draft: null, receipts: [] });
  answer = TAKEN;
  phone.server = () => answer;
});

function write(label: string, text: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}
const bodies = (): unknown[] => phone.sent.map(({ body }) => body);

describe('a report', () => {
  const show = (event: string | null = 'open-day', kind: 'fee' | 'feedback' = 'fee'): (() => void) =>
    render(<ReportForm kind={kind} event={event} title={undefined} />).unmount;

  test.each<[string, Scripted, string]>([
    ['too many of them', problem(429, 'too-many-requests'), '提交太频繁'],
    ['a server that fails', problem(500, 'internal'), '服务器暂时没有收下'],
    ['an event that was taken back', problem(404, 'event-not-found'), '这场活动已经撤下'],
    ['no answer', 'timeout', '没有连上网络，还没有提交'],
  ])('%s: said, the words kept, and the banner goes with the next change', async (_, answered, words) => {
    show();
    write('发生了什么', WHAT);
    answer = answered;
    await tap('提交');
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(reports.getState().draft?.what).toBe(WHAT);
    write('联系方式', '13800138000');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test.each([
    ['50', 50],
    [' 12.5 ', 12.5],
    ['１２', 12],
    ['', undefined],
  ])('a sum written as “%s” is sent as %s', async (typed, sum) => {
    show();
    write('发生了什么', WHAT);
    write('收了多少钱（元）', typed);
    await tap('提交');
    expect((bodies()[0] as { sum?: number }).sum).toBe(sum);
  });

  test('what is typed outlives the page and is of its event alone', async () => {
    const leave = show('open-day');
    write('发生了什么', WHAT);
    act(() => {
      phone.hidePage();
    });
    leave();
    expect(phone.storage.get('reports')).toContain(WHAT);
    const leaveAgain = show('open-day');
    expect(screen.getByLabelText('发生了什么')).toHaveProperty('value', WHAT);
    leaveAgain();
    show('another');
    expect(screen.getByLabelText('发生了什么')).toHaveProperty('value', '');
    await settle();
  });

  test('its receipt is copied; another one begins blank, under an id of its own', async () => {
    show();
    write('发生了什么', WHAT);
    await tap('提交');
    await tap('复制编号');
    expect(phone.acts[0]).toBe(`setClipboardData {"data":"${RECEIPT}"}`);
    expect(toasts()).toHaveLength(1);
    await tap('再写一份');
    expect(screen.getByLabelText('发生了什么')).toHaveProperty('value', '');
    write('发生了什么', '又收了一次');
    await tap('提交');
    const [first, second] = bodies() as { id: string }[];
    expect(second?.id).not.toBe(first?.id);
  });

  test('feedback asks neither for an event nor for a sum', async () => {
    show(null, 'feedback');
    expect(screen.queryByLabelText('收了多少钱（元）')).toBeNull();
    write('您的意见', '字太小');
    await tap('提交');
    expect(bodies()).toMatchObject([{ kind: 'feedback', what: '字太小' }]);
    expect(bodies()[0]).not.toHaveProperty('event');
  });

  test('feedback without words is not sent', async () => {
    show(null, 'feedback');
    await tap('提交');
    expect(shownText()).toContain('请写下您的意见');
    expect(bodies()).toEqual([]);
  });

  test('while it is on its way the button says so and takes no second tap', async () => {
    show();
    write('发生了什么', WHAT);
    answer = 'hang';
    await tap('提交');
    expect(screen.getByLabelText('正在提交…').getAttribute('aria-disabled')).toBe('true');
    await tap('正在提交…');
    expect(bodies()).toHaveLength(1);
  });
});

describe('looking up', () => {
  const found = (state: string, words?: string): Scripted => ({
    body: JSON.stringify({ state, ...(words !== undefined && { words }) }),
  });

  test.each([
    ['received', '已收到'],
    ['checking', '核实中'],
    ['handled', '已处理'],
  ])('%s is said as %s; without words nothing is put into anybody’s mouth', async (state, words) => {
    answer = found(state);
    render(<LookUp />);
    write('查询编号', RECEIPT);
    await tap('查询');
    expect(screen.getByRole('status').textContent).toBe(words);
  });

  test('what can be no receipt is refused without asking', async () => {
    render(<LookUp />);
    write('查询编号', '12345');
    await tap('查询');
    expect(shownText()).toContain('编号是 10 个字母，请核对。');
    expect(phone.requests).toEqual([]);
  });

  test('without a network it says so; typing on takes the message away', async () => {
    answer = 'offline';
    render(<LookUp />);
    write('查询编号', RECEIPT);
    await tap('查询');
    expect(shownText()).toContain('没有连上服务器，请稍后再查');
    write('查询编号', OTHER);
    expect(shownText()).not.toContain('没有连上服务器');
  });

  test('those of this phone are a tap away', async () => {
    reports.setState({ receipts: [OTHER, RECEIPT] });
    answer = found('handled', '已退费');
    render(<LookUp />);
    await tap(`${OTHER}，在本机提交过的`);
    expect(phone.requests[0]).toContain(OTHER);
    expect(shownText()).toContain('处理机构说：已退费');
    expect(screen.getByLabelText('查询编号')).toHaveProperty('value', OTHER);
  });
});
