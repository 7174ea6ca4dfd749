import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { phone } from '../../testing/fake-taro';
import { CallBar } from './call-bar';

const CALLED = 'makePhoneCall {"phoneNumber":"12315"}';
const MOMENT_MS = 1000;

const tap = (): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name: '拨打 12315' }));
    await jest.advanceTimersByTimeAsync(0);
  });

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('two quick taps ask for one call; a later one is meant', async () => {
  render(<CallBar />);
  await tap();
  await tap();
  expect(phone.acts).toEqual([CALLED]);
  await act(() => jest.advanceTimersByTimeAsync(MOMENT_MS));
  await tap();
  expect(phone.acts).toEqual([CALLED, CALLED]);
});

test('who declined the call can ask for it again at once', async () => {
  render(<CallBar />);
  phone.refusing = true;
  await tap();
  phone.refusing = false;
  await tap();
  expect(phone.acts).toEqual([CALLED, CALLED]);
});
