import { act, fireEvent, render, screen } from '@testing-library/react';
import { changeDraft, complaintDraft } from '../../sync/complaint-draft';
import { freshApp, settle, shownText, tap } from '../../testing/fresh-app';
import { phone } from '../../testing/fake-taro';
import { at } from '../../testing/held-events';
import { DraftView } from './draft-view';

freshApp(at('10T09:00'));

const field = (name: RegExp): HTMLElement => screen.getByLabelText(name);
function type(name: RegExp, text: string): void {
  fireEvent.change(field(name), { target: { value: text } });
}

test('a 投诉 asks for requests, several at once, kept in the order of the form', async () => {
  render(<DraftView kind="complaint" />);
  await tap('赔偿');
  await tap('修理');
  await tap('退款');
  await tap('赔偿');
  expect(complaintDraft.getState().draft.requests).toEqual(['修理', '退款']);
  expect(screen.getByLabelText('退款').getAttribute('aria-checked')).toBe('true');
  expect(screen.getByLabelText('赔偿').getAttribute('aria-checked')).toBe('false');
  expect(shownText()).toContain('修理、退款');
});

test('a 举报 asks for none, and without a name for nobody’s data; what was typed comes back with the name', async () => {
  render(<DraftView kind="report" />);
  expect(screen.queryByText('您的要求')).toBeNull();
  type(/^姓名/, '王小明');
  await tap('不留姓名（举报可以匿名）');
  expect(screen.queryByLabelText(/^姓名/)).toBeNull();
  expect(shownText()).not.toContain('王小明');
  await tap('不留姓名（举报可以匿名）');
  expect(field(/^姓名/)).toHaveProperty('value', '王小明');
});

test('what the official platform would still ask for is named, and goes as it is filled in', () => {
  render(<DraftView kind="report" />);
  const missing = (): string => screen.getByText(/官方平台还需填写/).textContent;
  expect(missing()).toContain('姓名');
  type(/^姓名/, '王小明');
  expect(missing()).not.toContain('姓名');
  expect(missing()).toContain('经过');
});

test.each<[string, RegExp, string, string]>([
  ['a telephone number that is none', /^电话/, '1380013', '电话号码可能有误，请检查。'],
  ['an amount in words', /^金额/, '一百元', '金额只填数字，比如 128.5。'],
])('%s is doubted beside its field, and kept', async (_, name, typed, warning) => {
  render(<DraftView kind="complaint" />);
  type(name, typed);
  await settle();
  expect(screen.getByText(warning)).toBeTruthy();
  expect(field(name)).toHaveProperty('value', typed);
});

test.each([
  ['2023-09-09', '距今超过 3 年，官方平台可能不受理。'],
  ['2026-09-11', '这个日期还没到，请检查。'],
])('a matter of %s is doubted', (happenedOn, warning) => {
  render(<DraftView kind="complaint" />);
  act(() => {
    changeDraft({ happenedOn });
  });
  expect(screen.getByText(warning)).toBeTruthy();
});

test('an identity number is taken out as it is typed, and the field says so until something else is typed', async () => {
  render(<DraftView kind="complaint" />);
  type(/^经过/, '我的身份证是 110101199003070492 请核实');
  await settle();
  expect(screen.getByText(/这里不保存证件号码，已去掉/)).toBeTruthy();
  expect(JSON.stringify(complaintDraft.getState().draft)).not.toContain('110101');
  type(/^经过/, '缺斤少两');
  await settle();
  expect(screen.queryByText(/这里不保存证件号码，已去掉/)).toBeNull();
});

test('who does not want to delete keeps the draft', async () => {
  render(<DraftView kind="complaint" />);
  type(/^经过/, '缺斤少两');
  phone.says = false;
  await tap('删除草稿');
  expect(complaintDraft.getState().draft.dispute).toBe('缺斤少两');
  expect(phone.opened).toEqual([]);
});

test('what is typed is stored when the page is left, even in the middle of a word', async () => {
  render(<DraftView kind="complaint" />);
  type(/^经过/, '缺斤少');
  act(() => {
    phone.hidePage();
  });
  await settle();
  expect([...phone.storage.values()].join('')).toContain('缺斤少');
});
