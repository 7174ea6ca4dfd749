import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { DRAFT_LIMITS } from '../../domain/complaint-draft';
import { phone } from '../../platform/taro-double';
import { complaintDraft, deleteDraft, writeField } from '../../sync/complaint-draft';
import { DraftView } from './draft-view';

const FULL = /已经写满/;

beforeEach(() => {
  phone.reset();
  deleteDraft();
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
  expect(complaintDraft.getState().draft?.dispute.length).toBeLessThanOrEqual(DRAFT_LIMITS.dispute);
});
