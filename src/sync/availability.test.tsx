import { act, cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { phone } from '../testing/fake-taro';
import { useSeatsInView } from './availability';

const SEATS = { capacity: 20, taken: 3, waiting: 0 };
let run = 0;
/** Ids of their own for each test: what was asked is remembered for a minute. */
const idsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `e${run}-${index}`);

function Seats({ id, isOpen = true, now = 0 }: { id: string; isOpen?: boolean; now?: number }): ReactElement {
  const seats = useSeatsInView(id, isOpen, now);
  return <p>{seats === undefined ? '?' : seats.capacity - seats.taken}</p>;
}

const pass = (ms: number): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
const askedIds = (): string[][] =>
  phone.requests.map((url) => (new URL(url, 'http://x').searchParams.get('ids') ?? '').split(','));

beforeEach(() => {
  run += 1;
  jest.useFakeTimers({ now: Date.UTC(2026, 8, 10, run) });
  jest.spyOn(Math, 'random').mockReturnValue(0);
  phone.reset();
  phone.server = (url) => {
    const ids = new URL(url, 'http://x').searchParams.get('ids') ?? '';
    return { body: JSON.stringify(Object.fromEntries(ids.split(',').map((id) => [id, SEATS]))) };
  };
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('cards that come into view together are asked for in one request, and each hears its seats', async () => {
  const ids = idsOf(12);
  const { container } = render(ids.map((id) => <Seats key={id} id={id} />));
  expect(phone.requests).toEqual([]);
  await pass(200);
  expect(askedIds()).toEqual([ids]);
  expect(container.textContent).toBe('17'.repeat(12));
});

test('at most a hundred go into a request, one request after the other', async () => {
  const ids = idsOf(250);
  render(ids.map((id) => <Seats key={id} id={id} />));
  await pass(200);
  expect(askedIds().map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(new Set(askedIds().flat()).size).toBe(250);
});

test('what was scrolled past before the request goes is not asked for, nor what has no open sign-up', async () => {
  const [gone = '', stays = '', closed = ''] = idsOf(3);
  const { rerender } = render([<Seats key={gone} id={gone} />]);
  rerender([<Seats key={stays} id={stays} />, <Seats key={closed} id={closed} isOpen={false} />]);
  await pass(200);
  expect(askedIds()).toEqual([[stays]]);
});

test('a card that comes back within a minute is not asked for again; one that stays is, after a minute', async () => {
  const [id = ''] = idsOf(1);
  const { rerender } = render([<Seats key="one" id={id} />]);
  await pass(200);
  rerender([]);
  rerender([<Seats key="two" id={id} />]);
  await pass(10_000);
  expect(phone.requests).toHaveLength(1);
  await pass(60_000);
  rerender([<Seats key="two" id={id} now={1} />]);
  await pass(200);
  expect(phone.requests).toHaveLength(2);
});

test('without a network nothing is said, and scrolling asks once in a quarter of a minute', async () => {
  phone.server = () => 'offline';
  const ids = idsOf(30);
  const { container, rerender } = render([]);
  for (const id of ids) {
    rerender([<Seats key={id} id={id} />]);
    await pass(250);
  }
  expect(container.textContent).toBe('?');
  expect(phone.requests).toHaveLength(1);
  expect(phone.acts).toEqual([]);
});

test('phones whose sign-up opens at one moment ask spread over a second', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0.99);
  const [id = ''] = idsOf(1);
  render(<Seats id={id} />);
  await pass(900);
  expect(phone.requests).toEqual([]);
  await pass(100);
  expect(askedIds()).toEqual([[id]]);
});

test('a server that has too much to do is left alone for as long as it asks', async () => {
  phone.server = () => ({ status: 503, body: '{}', header: { 'Retry-After': '40' } });
  const [first = '', second = ''] = idsOf(2);
  const { rerender } = render(<Seats id={first} />);
  await pass(200);
  expect(phone.requests).toHaveLength(1);
  await pass(39_000);
  rerender(<Seats id={second} />);
  await pass(500);
  expect(phone.requests).toHaveLength(1);
  await pass(1_000);
  rerender(<Seats id={second} now={1} />);
  await pass(500);
  expect(phone.requests).toHaveLength(2);
});
