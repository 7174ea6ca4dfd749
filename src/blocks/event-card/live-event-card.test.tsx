import { render, screen } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import { follow } from '../../sync/follows';
import { takeSignUp } from '../../sync/sign-ups';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText } from '../../testing/fresh-app';
import { at, held, terms } from '../../testing/held-events';
import { LiveEventCard } from './live-event-card';

const NOW = at('10T09:00');
const EVENT = held('开放日', '18T14:00', '18T16:00', { signUp: terms() });
freshApp(NOW);

const badges = (): string[] => Array.from(document.querySelectorAll('.badge'), ({ textContent }) => textContent);
const signUp = (status: 'confirmed' | 'waitlisted'): void => {
  takeSignUp({ id: '1', eventId: EVENT.id, status, seats: 2, createdAt: at('09T09:00') }, EVENT);
};
const show = (
  event: QualityEvent,
  now = NOW,
  part: { on?: string; far?: string; isFollowList?: boolean } = {},
): void => {
  render(<LiveEventCard event={event} now={now} {...part} />);
};
/** What is heard of an event's seats stays for a while: each test has an event of its own. */
function eventWithSeats(name: string, taken: number, waiting = 0): QualityEvent {
  phone.server = () => ({ body: JSON.stringify({ [name]: { capacity: 40, taken, waiting } }) });
  return { ...EVENT, id: name };
}

test.each([
  ['places are left', 28, 0, ['还剩 12 个名额']],
  ['it is full', 40, 0, ['名额已满']],
  ['others wait', 38, 3, ['需候补']],
])('says how many seats are left: %s', async (name, taken, waiting, expected) => {
  show(eventWithSeats(name, taken, waiting));
  await settle(1000);
  expect(badges().map((badge) => badge.replaceAll(' ', ''))).toEqual(
    expected.map((badge) => badge.replaceAll(' ', '')),
  );
});

test.each([
  ['confirmed', '已报名'],
  ['waitlisted', '候补中'],
] as const)('a sign-up that is %s takes the place of the seats, which nobody asks for', async (status, badge) => {
  signUp(status);
  show(EVENT);
  await settle(1000);
  expect(badges()).toEqual([badge]);
  expect(phone.requests).toEqual([]);
});

test.each([
  ['before sign-up opens', '00T00:00', held('未开放', '28T14:00', '28T16:00', { signUp: null }), []],
  ['cancelled', '10T09:00', { ...EVENT, status: 'cancelled' as const, signUp: null }, ['已取消']],
  ['suspended', '10T09:00', { ...EVENT, suspended: true as const }, ['核实中']],
  ['over', '19T09:00', EVENT, ['已结束']],
  ['under way', '18T15:00', EVENT, ['进行中']],
  ['after the deadline', '18T09:00', EVENT, ['报名已截止']],
])('no seats are asked for %s', async (_, now, event, expected) => {
  show(event, now === '00T00:00' ? NOW : at(now));
  await settle(1000);
  expect(badges()).toEqual(expected);
  expect(phone.requests).toEqual([]);
});

test('a followed event is marked, but not in the list of followed events', () => {
  const event = held('讲座', '18T14:00', '18T16:00');
  follow(event);
  show(event);
  expect(badges()).toEqual(['已关注']);
  document.body.replaceChildren();
  show(event, NOW, { isFollowList: true });
  expect(badges()).toEqual([]);
});

test('under a day it shows hours only, by itself the day; the way there comes before the place', () => {
  show(EVENT, NOW, { on: '2026-09-18', far: '约 2 公里' });
  expect(document.querySelector('.event-card__day')).toBeNull();
  expect(shownText()).toContain('约 2 公里 · 拉萨市城关区');
  document.body.replaceChildren();
  show(EVENT);
  expect(document.querySelector('.event-card__day')?.textContent).toBe('189月周五');
});

test('a tap opens the event; a screen reader hears all of it in the order in which it is seen', async () => {
  show({ ...EVENT, id: 'seen', title: '开放日' });
  const card = screen.getByRole('link');
  expect(card.getAttribute('aria-label')).toMatch(/^18，9月，周五，开放日，14:00.*，拉萨市城关区，开放日，可报名$/);
  card.click();
  await settle();
  expect(phone.opened).toEqual([`navigateTo /packages/event/index?id=seen`]);
});
