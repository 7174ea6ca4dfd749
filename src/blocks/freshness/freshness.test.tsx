import { render } from '@testing-library/react';
import type { SyncProblem } from '../../sync/sync-problem';
import { phone } from '../../testing/fake-taro';
import { fillReplica, freshApp, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { Freshness, FreshnessProblem } from './freshness';

freshApp(at('10T09:00'));

test.each([
  ['today', '10T08:05', '更新于 08:05'],
  ['on an earlier day', '08T20:00', '更新于 9月8日 20:00'],
])('synced %s', (_, moment, words) => {
  fillReplica({ lastSyncedAt: at(moment) });
  render(<Freshness />);
  expect(shownText()).toBe(words);
});

test('before the first sync nothing is said, during it that it runs', () => {
  const { unmount } = render(<Freshness />);
  expect(shownText()).toBe('');
  unmount();
  fillReplica({ status: 'syncing', problem: 'offline' });
  render(<Freshness />);
  expect(shownText()).toBe('正在更新…');
});

test.each<[SyncProblem, string | null, string]>([
  ['offline', '10T08:05', '当前没有网络，显示的是今天 08:05 保存的内容'],
  ['timeout', '02T20:00', '网络较慢，显示的是 8 天前保存的内容'],
  ['server', null, '服务器暂时没有响应'],
  ['busy', '10T08:05', '现在访问的人多，稍后自动更新，显示的是今天 08:05 保存的内容'],
])('%s: what is in the way, and how old the copy is', (problem, moment, words) => {
  fillReplica({ problem, lastSyncedAt: moment === null ? null : at(moment) });
  render(<Freshness />);
  expect(shownText()).toBe(words);
});

test('more than the phone keeps: how old the copy is, and the way to a smaller region', async () => {
  fillReplica({ problem: 'too-large', lastSyncedAt: at('10T08:05') });
  render(<Freshness />);
  expect(shownText()).toContain('手机存不下这里的全部活动，显示的是今天 08:05 保存的内容');
  await tap('选择较小的地区');
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test('while all is well the problem has no line of its own', () => {
  fillReplica({ lastSyncedAt: at('10T08:05') });
  render(<FreshnessProblem />);
  expect(shownText()).toBe('');
});
