import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DRAFT_LIMITS, EMPTY_DRAFT } from '../../../domain/complaint/complaint-draft';
import { phone } from '../../testing/fake-taro';
import { complaintDraft, writeField } from '../../sync/complaint-draft';
import { DraftView } from './draft-view';
import { GuideView } from './guide-view';

const ONLY_REPORT = '不留姓名（举报可以匿名）';
const FULL = /已写满/;

beforeEach(() => {
  phone.reset();
  complaintDraft.setState({ draft: EMPTY_DRAFT, stripped: null });
});
afterEach(cleanup);

test('nothing is copied before anything is written', () => {
  render(<DraftView kind={undefined} />);
  fireEvent.click(screen.getByRole('button', { name: '复制全部文字' }));
  expect(phone.acts).toEqual([]);
  act(() => {
    writeField('dispute', '缺斤少两', true);
  });
  fireEvent.click(screen.getByRole('button', { name: '复制全部文字' }));
  expect(phone.acts).toHaveLength(1);
});

test.each(['长', '😀'])('a story of %s that was cut says so', (character) => {
  render(<DraftView kind={undefined} />);
  expect(screen.queryByText(FULL)).toBeNull();
  act(() => {
    writeField('dispute', `事${character.repeat(DRAFT_LIMITS.dispute)}`, true);
  });
  expect(screen.getByText(FULL).textContent).toContain(String(DRAFT_LIMITS.dispute));
  expect(complaintDraft.getState().draft.dispute.length).toBeLessThanOrEqual(DRAFT_LIMITS.dispute);
});

test('a draft that was only opened is none: nothing to go on with, nothing to delete', () => {
  render(<DraftView kind="report" />);
  expect(screen.getByText(ONLY_REPORT)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '删除草稿' })).toBeNull();
  expect([...phone.storage.keys()]).toEqual([]);
  cleanup();
  render(<GuideView />);
  expect(screen.queryByText('接着写草稿')).toBeNull();
  expect(screen.getByText('帮您写好投诉内容')).toBeTruthy();
});

test('after a 举报 draft was deleted the person is back and is told; no 投诉 form stands there meanwhile', async () => {
  phone.pages = 2;
  render(<DraftView kind="report" />);
  act(() => {
    writeField('dispute', '缺斤少两', true);
  });
  fireEvent.click(screen.getByRole('button', { name: '删除草稿' }));
  await waitFor(() => {
    expect(phone.acts.at(-1)).toContain('草稿已删除');
  });
  expect(phone.opened).toEqual(['navigateBack ']);
  expect(screen.queryByText('缺斤少两')).toBeNull();
  expect(screen.getByText(ONLY_REPORT)).toBeTruthy();
});
