import { render, screen } from '@testing-library/react';
import type { ShownEvent } from '../../sync/fetched-events';
import { phone } from '../../testing/fake-taro';
import { freshApp, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { EventGate } from './event-gate';

freshApp(at('10T09:00'));
const show = (state: ShownEvent['state']): void => {
  render(<EventGate id="a" state={state} />);
};

test('an event that is gone leads to the others', async () => {
  show('gone');
  expect(shownText()).toContain('找不到这场活动');
  await tap('看全部活动');
  expect(phone.opened).toEqual(['switchTab /pages/calendar/index']);
});

test('the timeline’s single page leads nowhere: there is nowhere to go from it', () => {
  phone.scene = 1154;
  show('gone');
  expect(screen.queryByRole('button')).toBeNull();
});

test('while the server is asked, its shape stands in', () => {
  show('asking');
  expect(screen.getByLabelText('正在打开活动')).toBeTruthy();
});

test.each([
  ['offline', '没有网络'],
  ['failed', '暂时打不开'],
] as const)('%s: why, and the server is asked again', async (state, title) => {
  show(state);
  expect(shownText()).toContain(title);
  await tap('重试');
  expect(phone.requests).toEqual(['/api/v1/events/a']);
});
