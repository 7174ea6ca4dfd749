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

test('a past campaign that nobody knows leads home', async () => {
  replicaOf('2001').store.setState({ problem: 'unknown', status: 'idle' });
  show('2001');
  await settle();
  await tap('去首页');
  expect(phone.opened).toEqual(['switchTab /pages/home/index']);
});
