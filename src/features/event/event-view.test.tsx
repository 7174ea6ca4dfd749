import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { eventNamed } from '../../domain/feed-double';
import { phone } from '../../platform/taro-double';
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
