import { render, screen } from '@testing-library/react';
import { preferences } from '../../sync/preferences';
import { phone } from '../../testing/fake-taro';
import { freshApp, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { LargeTypeRow, LargeTypeSwitch } from './large-type';
import { SettingsList } from './settings-list';
import { SubscribeRow } from './subscribe-row';

freshApp(at('10T09:00'));

test.each([
  [/^反映收费与意见反馈/, 'report'],
  ['工作人员入口', 'field'],
] as const)('%s opens its page', async (name, page) => {
  render(<SettingsList />);
  await tap(name);
  expect(phone.opened).toEqual([`navigateTo /packages/${page}/index`]);
});

test('长辈版 is kept for the next launch, and both its switches show the same', async () => {
  render(
    <>
      <LargeTypeSwitch />
      <LargeTypeRow />
    </>,
  );
  const states = (): (string | null)[] =>
    screen.getAllByRole('switch').map((each) => each.getAttribute('aria-checked'));
  expect(states()).toEqual(['false', 'false']);
  await tap(/ · 已关闭$/);
  expect(states()).toEqual(['true', 'true']);
  await tap(/ · 已打开$/);
  expect(states()).toEqual(['false', 'false']);
  expect(preferences.getState().largeType).toBe(false);
  expect([...phone.storage.values()].join('')).toContain('"largeType":false');
});

test('who closes the address of the calendar is left where they were', async () => {
  phone.refusing = true;
  phone.says = false;
  render(<SubscribeRow />);
  await tap(/^订阅日历/);
  expect(phone.opened).toEqual([]);
  expect(phone.acts.some((act) => act.startsWith('showToast'))).toBe(false);
});
