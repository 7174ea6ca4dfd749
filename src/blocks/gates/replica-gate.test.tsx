import { render, screen } from '@testing-library/react';
import type { SyncProblem } from '../../sync/sync-problem';
import { phone } from '../../testing/fake-taro';
import { fillReplica, freshApp, holdEvents, LHASA, settle, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { replicaOf } from '../../sync/replica';
import { ReplicaGate } from './replica-gate';

freshApp(at('10T09:00'));
const show = (campaignId: string | null = null): void => {
  render(<ReplicaGate campaignId={campaignId}>the list</ReplicaGate>);
};

test('a stored copy is shown at once, whatever the last sync met', () => {
  holdEvents([]);
  fillReplica({ problem: 'offline' });
  show();
  expect(shownText()).toBe('the list');
});

test('before the first copy its shape stands in, and says what it waits for', () => {
  show();
  expect(screen.getByLabelText('正在加载活动')).toBeTruthy();
});

test.each<[SyncProblem, string]>([
  ['offline', '没有网络'],
  ['timeout', '没有网络'],
  ['server', '暂时打不开'],
  ['garbage', '暂时打不开'],
])('without a copy and with %s: why, and a way to try again', async (problem, title) => {
  replicaOf(null).open(LHASA);
  fillReplica({ problem });
  show();
  expect(shownText()).toContain(title);
  await tap('重试');
  expect(phone.requests.some((url) => url.includes('/api/v1/feed'))).toBe(true);
});

test('without a copy and with a server that has too much to do: that it is waited for, and nothing to tap', () => {
  replicaOf(null).open(LHASA);
  fillReplica({ problem: 'busy' });
  show();
  expect(shownText()).toBe('现在访问的人多请稍等，过一会儿会自动打开，不用反复点。');
  expect(screen.queryByText('重试')).toBeNull();
});

test.each([
  ['540000', '西藏自治区', '市或区县', '选择较小的地区'],
  ['540100', '拉萨市', '区县', '选择较小的地区'],
  ['110000', '北京市', '区县', '选择较小的地区'],
  ['540102', '城关区', '暂时无法全部显示', '选择地区'],
])('where %s (%s) has more than a phone keeps, it says what to choose', async (code, name, smaller, action) => {
  replicaOf(null).open({ code, name });
  fillReplica({ problem: 'too-large' });
  show();
  expect(shownText()).toContain('活动太多，手机存不下');
  expect(shownText()).toContain(smaller);
  await tap(action);
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test('a past campaign that nobody knows leads home', async () => {
  replicaOf('2001').store.setState({ problem: 'unknown', status: 'idle' });
  show('2001');
  await settle();
  await tap('去首页');
  expect(phone.opened).toEqual(['switchTab /pages/home/index']);
});
