import { render, screen } from '@testing-library/react';
import { follow } from '../../sync/follows';
import { updateKnownEvents } from '../../sync/known-events';
import { phone } from '../../testing/fake-taro';
import { freshApp, shownText, tap, toasts } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { ChangeList } from './change-list';

const NOW = at('10T09:00');
freshApp(NOW);

const BEFORE = held('开放日', '18T14:00', '18T16:00');
const MOVED = { ...held('开放日', '19T10:00', '19T12:00'), rev: 2 };
const RENAMED = { ...BEFORE, title: '质量开放日', rev: 2 };

function show(now: typeof BEFORE, hasTicket = false): void {
  follow(BEFORE);
  updateKnownEvents((id) => (id === BEFORE.id ? now : undefined));
  render(<ChangeList eventId={BEFORE.id} now={NOW} {...(hasTicket ? { entry: now } : {})} />);
}

test('nothing changed: nothing is said', () => {
  show(BEFORE);
  expect(shownText()).toBe('');
});

test('old and new stand side by side until the person has seen them', async () => {
  show(MOVED);
  expect(screen.getByRole('alert').textContent).toMatch(/时间.*9月18日.*9月19日/);
  expect(screen.queryByLabelText('更新手机日历')).toBeNull();
  await tap('我知道了');
  expect(shownText()).toBe('');
});

test('who holds a ticket is offered the new time for the phone’s calendar', async () => {
  show(MOVED, true);
  await tap('更新手机日历');
  expect(phone.acts[0]).toContain(`"startTime":${at('19T10:00') / 1000}`);
  expect(toasts()).toHaveLength(1);
});

test('a new title is no reason to touch the calendar', () => {
  show(RENAMED, true);
  expect(shownText()).toContain('质量开放日');
  expect(screen.queryByLabelText('更新手机日历')).toBeNull();
});
