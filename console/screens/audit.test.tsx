import { screen, waitFor } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { openConsole, press, seen } from '../testing/open-console';

const LOG = '/o/lasa/audit';
/** What each line of the log says. */
const rows = (): string[] =>
  Array.from(document.querySelectorAll('tbody tr[data-row-key]'), ({ textContent }) => textContent);

test('A7: what was done to what, by whom, newest first; further back by a tap', async () => {
  openConsole(LOG);
  await seen('发布活动');
  expect(rows()).toHaveLength(3);
  press('加载更多');
  await waitFor(() => {
    expect(rows()).toHaveLength(6);
  });
  expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull();
});

test('A7: fields, purposes and things are said in words; no id that nobody can read stands alone', async () => {
  openConsole(LOG);
  await seen('发布活动');
  const text = rows().join('\n');
  expect(text).toContain('食品检测实验室开放日');
  expect(text).toContain('现场核验');
  expect(text).not.toMatch(/startsAt|endsAt|e7c1-44|roster-exported/);
});

test('an empty log says so; one that does not come says why, and is asked for again', async () => {
  const server = new FakeServer();
  server.state.audit = [];
  const { network, reload } = openConsole(LOG, { server });
  await seen('还没有操作记录。');
  network.isCut = true;
  reload();
  await seen(/网络/);
  network.isCut = false;
  press('重试');
  await seen('还没有操作记录。');
});
