import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { eventNamed } from '../../../domain/testing/fake-feed-server';
import { DAY_MS, formatInstant, MINUTE_MS, parseInstant } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { boot } from '../../sync/boot';
import { tick } from '../../sync/now';
import { replicaOf } from '../../sync/replica';
import { ActionBar } from './action-bar';

const OPENS = parseInstant('2026-09-17T09:00:00+08:00') ?? Number.NaN;
const HOUR = 60 * MINUTE_MS;
const EVENT = eventNamed('a', 1, {
  startsAt: formatInstant(OPENS + DAY_MS),
  endsAt: formatInstant(OPENS + DAY_MS + HOUR),
  signUp: {
    form: 'visit',
    capacity: 10,
    maxParty: 2,
    opensAt: formatInstant(OPENS),
    closesAt: formatInstant(OPENS + 2 * HOUR),
  },
});

const pass = (ms: number): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
const label = (): string => screen.getByRole('button').textContent;

beforeAll(() => {
  jest.useFakeTimers({ now: OPENS - HOUR + 17_000 });
  phone.reset();
  phone.server = () => 'offline';
  boot();
  const { store } = replicaOf(null);
  store.setState(({ replica }) => ({ replica: { ...replica, events: new Map([[EVENT.id, EVENT]]) } }));
  tick();
});
afterAll(() => {
  cleanup();
  jest.useRealTimers();
});

test('the button counts the last ten minutes down, opens and closes within a second of its instant', async () => {
  render(<ActionBar event={EVENT} />);
  await pass(0);
  expect(label()).toBe('9月17日 09:00 开放报名');
  await pass(50 * MINUTE_MS - 17_000 - 1);
  expect(label()).toBe('9月17日 09:00 开放报名');
  await pass(1000);
  expect(label()).toBe('10:00 后开放报名');
  await pass(5 * MINUTE_MS);
  expect(label()).toBe('5:00 后开放报名');
  await pass(5 * MINUTE_MS - 1000);
  expect(label()).toBe('0:01 后开放报名');
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
  await pass(1000);
  expect(label()).toBe('立即报名');
  await pass(2 * HOUR - 1000);
  expect(label()).toBe('立即报名');
  await pass(1000);
  expect(label()).toBe('报名已截止');
});

test('the button of an event that a superior looks into says why nobody signs up, and opens nothing', async () => {
  jest.setSystemTime(OPENS + MINUTE_MS);
  act(tick);
  const { unmount } = render(<ActionBar event={{ ...EVENT, suspended: true }} />);
  await pass(0);
  expect(label()).toBe('活动核实中，暂停报名');
  expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(screen.getByRole('button'));
  await pass(0);
  expect(phone.opened).toEqual([]);
  unmount();
});

test('a second screen that counts down ends with its page', async () => {
  jest.setSystemTime(OPENS - 5 * MINUTE_MS);
  act(tick);
  const { unmount } = render(<ActionBar event={EVENT} />);
  await pass(0);
  const running = jest.getTimerCount();
  unmount();
  expect(jest.getTimerCount()).toBeLessThan(running);
});
