import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { follow } from '../../sync/follows';
import { markChangesSeen, updateKnownEvents } from '../../sync/known-events';
import { phone } from '../../testing/fake-taro';
import { freshApp } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { useTabDot } from './use-tab-dot';

freshApp(at('10T09:00'));
const EVENT = held('开放日', '18T14:00', '18T16:00');

function Tab(): ReactElement | null {
  useTabDot();
  return null;
}
const last = (): string | undefined => phone.acts.filter((act_) => act_.includes('TabBarRedDot')).at(-1);

test('the dot on 我的 follows the news, and is drawn anew when a tab is shown', () => {
  render(<Tab />);
  expect(last()).toBe('hideTabBarRedDot {"index":2}');
  act(() => {
    follow(EVENT);
    updateKnownEvents(() => ({ ...EVENT, title: '改名', rev: 2 }));
  });
  expect(last()).toBe('showTabBarRedDot {"index":2}');
  const drawn = phone.acts.length;
  act(() => {
    phone.showPage();
  });
  expect(phone.acts.length).toBeGreaterThan(drawn);
  act(() => {
    markChangesSeen(EVENT.id);
  });
  expect(last()).toBe('hideTabBarRedDot {"index":2}');
});
