import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { parseInstant } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { problem } from '../../testing/fake-account-server';
import { freshApp } from '../../testing/fresh-app';
import { reports } from '../../sync/reports';
import { LookUp } from './look-up';
import { Not12315, ReportForm } from './report-view';

const NOW = parseInstant('2026-09-10T10:00:00+08:00') ?? 0;
const WHAT = '现场收取资料费50元';
const RECEIPT = 'ABCDEFGHJK';

interface Report {
  readonly id: string;
  readonly what: string;
}

freshApp(NOW);
let sent: Report[] = [];
let answers: 'ok' | 'offline' | 'lost' | 429 = 'ok';
beforeEach(() => {
  reports.setState({ draft: null, receipts: [] });
  sent = [];
  answers = 'ok';
  phone.server = (url, asked) => {
    if (url.endsWith(`/reports/${RECEIPT}`)) {
      return { status: 200, body: JSON.stringify({ state: 'handled', words: '已退费' }) };
    }
    if (asked.method !== 'POST') return problem(404, 'report-not-found');
    if (answers === 'offline') return 'offline';
    sent.push(asked.body as Report);
    if (answers === 429) return problem(429, 'too-many-requests');
    return answers === 'lost' ? 'offline' : { status: 201, body: JSON.stringify({ receipt: RECEIPT }) };
  };
});

const form = (): void => {
  render(<ReportForm kind="fee" event="open-day" title="实验室开放日" />);
};
const write = (label: string, text: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
};
const submit = (): void => {
  fireEvent.click(screen.getByRole('button', { name: '提交' }));
};

test('F7: written, sent, and the receipt to keep', async () => {
  form();
  expect(screen.getByText('活动：实验室开放日')).toBeTruthy();
  write('发生了什么', WHAT);
  write('收了多少钱（元）', '50');
  submit();
  await screen.findByText('ABCDE FGHJK');
  expect(sent).toMatchObject([{ kind: 'fee', event: 'open-day', what: WHAT, sum: 50 }]);
  expect(reports.getState()).toEqual({ draft: null, receipts: [RECEIPT] });
});

test('F7: two taps send once', async () => {
  form();
  write('发生了什么', WHAT);
  const button = screen.getByRole('button', { name: '提交' });
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByText('ABCDE FGHJK');
  expect(sent).toHaveLength(1);
});

test('F7: without a network the words stay, and it says that nothing was sent; again it is the same report', async () => {
  answers = 'lost';
  form();
  write('发生了什么', WHAT);
  submit();
  expect((await screen.findByRole('alert')).textContent).toContain('还没有提交');
  expect(reports.getState().draft?.what).toBe(WHAT);
  answers = 'ok';
  submit();
  await screen.findByText('ABCDE FGHJK');
  expect(sent).toHaveLength(2);
  expect(sent[1]?.id).toBe(sent[0]?.id);
});

test.each([
  ['nothing', '', '', '请写下发生了什么。'],
  ['a sum in words', WHAT, '五十', '请只写数字，例如 50。'],
  ['an identity number', '我是540102199003071234', '', '内容里像有证件号码，请删去后再提交。'],
])('F7: %s is not sent', async (_, what, sum, words) => {
  form();
  write('发生了什么', what);
  write('收了多少钱（元）', sum);
  submit();
  await screen.findByText(words);
  expect(sent).toEqual([]);
});

test('F7: looked up by its receipt, as it is typed; an unknown one is said to be none', async () => {
  render(<LookUp />);
  write('查询编号', 'abcde fghjk');
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  await screen.findByText('处理机构说：已退费');
  write('查询编号', 'ABCDEFGHJM');
  fireEvent.click(screen.getByRole('button', { name: '查询' }));
  await screen.findByText('没有这个编号，请核对。');
});

test('F7: it is no 12315 complaint, and leads there; a report begins at an event', async () => {
  render(
    <>
      <ReportForm kind="fee" event={null} title={undefined} />
      <Not12315 />
    </>,
  );
  expect(screen.queryByLabelText('发生了什么')).toBeNull();
  expect(screen.getByText(/这不是 12315 投诉举报/)).toBeTruthy();
  fireEvent.click(screen.getByRole('link', { name: '去 12315 投诉举报' }));
  await waitFor(() => {
    expect(phone.opened.join()).toContain('packages/complaint/index');
  });
});
