import { act, render, screen } from '@testing-library/react';
import { phone } from '../../testing/fake-taro';
import { at } from '../../testing/held-events';
import { freshApp, shownText, tap, toasts } from '../../testing/fresh-app';
import { keepOwn, type Missed } from '../../sync/room';
import { UnkeptBanner } from './unkept-banner';

freshApp(at('10T09:00'));

/** The phone is full while each of these is to be kept. */
function lose(...missed: readonly Missed[]): void {
  jest.spyOn(console, 'warn').mockImplementation();
  phone.quota = 0;
  act(() => {
    for (const each of missed) keepOwn(`key-of-${each}`, { each }, () => each);
  });
}
afterEach(() => {
  jest.restoreAllMocks();
});

test('nothing is lost: nothing is said', () => {
  render(<UnkeptBanner />);
  expect(shownText()).toBe('');
});

test.each([
  [['draft'], ['填写的内容没有存到本机'], []],
  [['setting', 'follow'], ['关注的活动没有存到本机'], ['设置没有存到本机']],
  [['setting', 'draft', 'account'], ['报名身份没有存到本机'], ['填写的内容', '设置没有存到本机']],
  [['ticket', 'sign-up'], ['报名还没有存到本机', '凭证没有存到本机'], []],
  [['ticket', 'account', 'draft'], ['凭证没有存到本机'], ['报名身份', '填写的内容']],
] as const)('%j: the greatest harm is said, and no smaller one beside it', (missed, said, unsaid) => {
  lose(...missed);
  render(<UnkeptBanner />);
  for (const words of said) expect(shownText()).toContain(words);
  for (const words of unsaid) expect(shownText()).not.toContain(words);
});

test('once there is room, one tap stores it, and the banner goes', async () => {
  lose('sign-up');
  render(<UnkeptBanner />);
  await tap('再存一次');
  expect(toasts()).toEqual(['还是存不下，请清理本机存储空间后再试']);
  expect(screen.getByRole('status')).toBeTruthy();
  phone.quota = Infinity;
  await tap('再存一次');
  expect(toasts()).toContain('已存到本机');
  expect(shownText()).toBe('');
  expect(phone.storage.has('key-of-sign-up')).toBe(true);
});
