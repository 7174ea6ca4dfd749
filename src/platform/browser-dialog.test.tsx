import { fireEvent, screen, waitFor } from '@testing-library/react';
import { askInBrowser } from './browser-dialog';

const QUESTION = { title: '取消这次报名？', text: '名额会让出。', yes: '取消报名', no: '再想想' };

let before: HTMLButtonElement;
beforeEach(() => {
  document.body.replaceChildren();
  before = document.createElement('button');
  before.textContent = '取消';
  document.body.append(before);
  before.focus();
});

async function ask(question = QUESTION): Promise<{ readonly answer: Promise<boolean>; readonly dialog: HTMLElement }> {
  const answer = askInBrowser(question);
  return { answer, dialog: await screen.findByRole('alertdialog') };
}
const focused = (): string | null | undefined => document.activeElement?.textContent;

test('it has a name and a description, and begins at the answer that does nothing', async () => {
  const { answer, dialog } = await ask();
  const words = (attribute: string): string | null | undefined =>
    document.getElementById(dialog.getAttribute(attribute) ?? '')?.textContent;
  expect([words('aria-labelledby'), words('aria-describedby')]).toEqual([QUESTION.title, QUESTION.text]);
  expect(dialog.getAttribute('aria-modal')).toBe('true');
  expect(focused()).toBe('再想想');
  fireEvent.keyDown(document, { key: 'Escape' });
  await expect(answer).resolves.toBe(false);
});

test.each<[string, boolean, (dialog: HTMLElement) => void]>([
  ['its yes', true, () => fireEvent.click(screen.getByText('取消报名'))],
  ['its no', false, () => fireEvent.click(screen.getByText('再想想'))],
  ['Esc', false, () => fireEvent.keyDown(document, { key: 'Escape' })],
  ['a tap beside it', false, (dialog) => fireEvent.click(dialog.parentElement ?? dialog)],
  ['the way back', false, () => fireEvent.popState(window)],
])('%s answers %s; the focus returns, and what lies behind can be read again', async (_, expected, act) => {
  const { answer, dialog } = await ask();
  expect(before.getAttribute('aria-hidden')).toBe('true');
  act(dialog);
  await expect(answer).resolves.toBe(expected);
  expect(document.activeElement).toBe(before);
  expect(before.hasAttribute('aria-hidden')).toBe(false);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('Tab stays between the two answers, whatever its direction', async () => {
  const { answer } = await ask();
  const seen: (string | null | undefined)[] = [];
  for (const shiftKey of [false, false, true, true]) {
    fireEvent.keyDown(document, { key: 'Tab', shiftKey });
    seen.push(focused());
  }
  expect(seen).toEqual(['取消报名', '再想想', '取消报名', '再想想']);
  fireEvent.click(screen.getByText('再想想'));
  await answer;
});

test('a second question waits for the answer to the first', async () => {
  const first = askInBrowser(QUESTION);
  const second = askInBrowser({ ...QUESTION, title: '删除草稿？' });
  await screen.findByText(QUESTION.title);
  expect(screen.queryByText('删除草稿？')).toBeNull();
  fireEvent.click(screen.getByText('取消报名'));
  await expect(first).resolves.toBe(true);
  await waitFor(() => screen.getByText('删除草稿？'));
  fireEvent.keyDown(document, { key: 'Escape' });
  await expect(second).resolves.toBe(false);
});
