import { render, screen } from '@testing-library/react';
import { chooseRegion, preferences } from '../../sync/preferences';
import { phone } from '../../testing/fake-taro';
import { freshApp, LHASA, tap, toasts } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { LargeTypeRow, LargeTypeSwitch } from './large-type';
import { SettingsList } from './settings-list';
import { SubscribeRow } from './subscribe-row';

freshApp(at('10T09:00'));

test.each([
  ['on home', LargeTypeSwitch],
  ['in 我的', LargeTypeRow],
])('长辈版 %s is a switch, and one tap turns it', async (_, Switch) => {
  render(<Switch />);
  const toggle = screen.getByRole('switch');
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  await tap(/^长辈版/);
  expect(preferences.getState().largeType).toBe(true);
  expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('true');
  await tap(/^长辈版/);
  expect(preferences.getState().largeType).toBe(false);
});

test.each([
  [null, '我的地区，选择地区'],
  [LHASA, '我的地区，拉萨市'],
])('the region %j is named and leads to the choice', async (region, label) => {
  if (region !== null) chooseRegion(region);
  render(<SettingsList />);
  await tap(label);
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test.each([
  ['往年质量月', 'archive'],
  ['隐私与个人信息', 'privacy'],
  ['关于', 'about'],
])('%s opens its page', async (title, page) => {
  render(<SettingsList />);
  await tap(new RegExp(`^${title}，`));
  expect(phone.opened).toEqual([`navigateTo /packages/${page}/index`]);
});

describe('a calendar to subscribe to', () => {
  test.each([
    [null, '100000'],
    [LHASA, '540100'],
  ])('with region %j it is of %s, and copied', async (region, code) => {
    if (region !== null) chooseRegion(region);
    render(<SubscribeRow />);
    await tap(/^订阅日历/);
    expect(phone.acts[0]).toContain(`/api/v1/calendar.ics?region=${code}`);
    expect(toasts()).toEqual(['订阅地址已复制，请在手机日历的“添加订阅”里粘贴']);
  });

  test('is shown to be typed off where nothing may be copied', async () => {
    phone.refusing = true;
    render(<SubscribeRow />);
    await tap(/^订阅日历/);
    expect(phone.acts).toContain('showModal 订阅日历');
    expect(toasts()).toEqual([]);
  });
});
