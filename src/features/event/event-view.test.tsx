import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { eventNamed } from '../../../domain/testing/fake-feed-server';
import { phone } from '../../testing/fake-taro';
import { terms } from '../../testing/held-events';
import { EventView } from './event-view';

const NUMBER = '0891-1234567';
const EVENT = eventNamed('open-day', 3, { organiser: { name: '拉萨市市场监督管理局', phone: NUMBER } });
const NOW = Date.UTC(2026, 8, 10, 1);

const tap = (): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name: `拨打 ${NUMBER}` }));
    await jest.advanceTimersByTimeAsync(0);
  });

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  phone.reset();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('two quick taps on the organiser’s number ask for one call', async () => {
  render(<EventView event={EVENT} basis={undefined} still={false} now={NOW} />);
  await tap();
  await tap();
  expect(phone.acts).toEqual([`makePhoneCall {"phoneNumber":"${NUMBER}"}`]);
});

const show = (part: Parameters<typeof eventNamed>[2], now = NOW): void => {
  render(<EventView event={eventNamed('e', 3, part)} basis={undefined} still={false} now={now} />);
};

test('what people decide by is said where it is known, and nothing where it is not', () => {
  show({ suits: '6 岁以上儿童和家长', bring: '身份证以外的证件均可', meetAt: '东门保安室' });
  for (const words of ['适合', '6 岁以上儿童和家长', '请带', '身份证以外的证件均可', '集合', '东门保安室']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  cleanup();
  show({});
  for (const words of ['适合', '请带', '集合']) expect(screen.queryByText(words)).toBeNull();
});

test('a near day comes before the date, and of several days it is the first that is meant', () => {
  const days = { startsAt: '2026-09-12T09:30:00+08:00', endsAt: '2026-09-18T17:00:00+08:00' };
  show(days);
  const near = screen.getByText('后天开始');
  expect(near.parentElement?.textContent).toBe('后天开始9月12日 周六 09:30 – 9月18日 周五 17:00');
  cleanup();
  show({ ...days, endsAt: '2026-09-12T17:00:00+08:00' });
  expect(screen.getByText('后天')).toBeTruthy();
});

test('an event that a superior looks into says so, with its sign-up; a cancelled or past one does not', () => {
  const suspended = { suspended: true as const, signUp: terms() };
  show(suspended);
  expect(screen.getByText('核实中')).toBeTruthy();
  expect(screen.getByText('活动核实中，暂停报名')).toBeTruthy();
  cleanup();
  show({ ...suspended, status: 'cancelled' });
  expect(screen.queryByText('核实中')).toBeNull();
  cleanup();
  show(suspended, Date.UTC(2026, 8, 30, 1));
  expect(screen.queryByText('核实中')).toBeNull();
});

test('no date and no time is parted at a line’s end', () => {
  show({});
  expect(screen.getByText('14:00–16:00').className).toBe('unbroken');
});
