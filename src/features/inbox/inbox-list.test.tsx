import { render, screen } from '@testing-library/react';
import type { WireNotice } from '../../../domain/notice/inbox';
import { openAccount } from '../../sync/session';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { InboxList } from './inbox-list';
import { InboxRow } from './inbox-row';

const NOW = at('10T09:00');
const app = freshApp(NOW);

const notice = (id: number, kind: WireNotice['kind'], part: Partial<WireNotice> = {}): WireNotice => ({
  id,
  kind,
  eventId: 'e',
  title: `活动${id}`,
  at: '2026-09-10T08:00:00+08:00',
  ...part,
});

async function show(notices: readonly WireNotice[], readUpTo = 0): Promise<void> {
  app.server().notices.push(...notices);
  app.server().readUpTo = readUpTo;
  // The inbox belongs to an account, which exists once something was asked for as one.
  await openAccount();
  render(<InboxList now={NOW} />);
  await settle();
}

const cards = (): string[] => screen.getAllByRole('link').map((card) => card.getAttribute('aria-label') ?? '');

test('without notices it says what will be told here', async () => {
  await show([]);
  expect(shownText()).toContain('还没有消息');
});

test('the newest is first; what was unread stays marked while it is looked at, and is read at the server', async () => {
  await show([notice(1, 'reminder'), notice(2, 'promoted')], 1);
  expect(cards()).toEqual([
    '候补成功，已为您确认名额，未读，活动2，9月10日 08:00',
    expect.stringMatching(/^活动快到了，.*活动1/) as string,
  ]);
  expect(app.server().readUpTo).toBe(2);
  expect(screen.getAllByText('未读').length).toBeGreaterThan(0);
});

test('a change is told old and new, a cancellation with its reason', async () => {
  await show([
    notice(1, 'changed', { changes: [{ field: 'title', from: '开放日', to: '质量开放日' }] }),
    notice(2, 'event-cancelled', { reason: '大雪' }),
  ]);
  expect(shownText()).toContain('原因：大雪');
  expect(shownText()).toMatch(/名称.*开放日.*质量开放日/);
});

test('a tap leads to the ticket', async () => {
  await show([notice(1, 'promoted', { eventId: 'open day' })]);
  screen.getByRole('link').click();
  await settle();
  expect(phone.opened).toEqual(['navigateTo /packages/ticket/index?id=open%20day']);
});

test('the row in 我的 counts what is unread', () => {
  render(<InboxRow />);
  expect(screen.getByRole('link').getAttribute('aria-label')).toBe('消息，候补、变动和取消通知');
});
