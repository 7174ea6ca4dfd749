import { act, cleanup, render, screen } from '@testing-library/react';
import type { QualityEvent, WireEvent } from '../../../domain/event/event';
import { loadAvailability } from '../../sync/availability';
import { phone } from '../../testing/fake-taro';
import { freshApp, shownText } from '../../testing/fresh-app';
import { at, held, terms } from '../../testing/held-events';
import { SignUpTerms } from './sign-up-terms';

const NOW = at('10T09:00');
freshApp(NOW);

/** Ids of their own: what was asked of an event is remembered for a while. */
let run = 0;
async function show(part: Partial<WireEvent>, now = NOW): Promise<string> {
  run += 1;
  const event: QualityEvent = held(`活动${run}`, '18T14:00', '18T16:00', part);
  render(<SignUpTerms event={event} now={now} />);
  await act(() => loadAvailability(event.id));
  return shownText();
}
function answerSeats(
  seats: { readonly capacity: number; readonly taken: number; readonly waiting: number } | null,
): void {
  phone.server = (url) => {
    const ids = (new URL(url, 'http://x').searchParams.get('ids') ?? '').split(',');
    return { body: JSON.stringify(seats === null ? {} : Object.fromEntries(ids.map((id) => [id, seats]))) };
  };
}

beforeEach(() => {
  answerSeats(null);
});

test.each<[string, Partial<WireEvent>, number, string]>([
  ['nobody signs up', { signUp: null }, NOW, '无需报名，直接参加'],
  ['it has not opened', { signUp: terms() }, at('01T07:59') - 3_600_000, '开放报名'],
  ['it is open', { signUp: terms() }, NOW, '截止报名'],
  ['its last moment has passed', { signUp: terms() }, at('17T18:00'), '报名已截止'],
  ['a superior looks into it', { signUp: terms(), suspended: true }, NOW, '活动核实中，暂停报名'],
])('%s', async (_, part, now, words) => {
  expect(await show(part, now)).toContain(words);
});

test('of a cancelled event nothing is said: nobody signs up for it', async () => {
  expect(await show({ signUp: terms(), status: 'cancelled', cancelReason: '雪' })).toBe('');
});

test('how many for whom: people, or groups, and never more than there are places', async () => {
  expect(await show({ signUp: terms({ capacity: 40, maxParty: 5 }) })).toContain('共 40 个名额 · 每个账号最多报 5 人');
  cleanup();
  expect(await show({ signUp: terms({ capacity: 3, maxParty: 5 }) })).toContain('每个账号最多报 3 人');
  cleanup();
  expect(await show({ signUp: terms({ form: 'qc', capacity: 10, maxParty: 1 }) })).toContain(
    '共 10 个小组名额 · 每个账号报 1 个小组',
  );
});

test('an event for WeChat accounts alone says so', async () => {
  expect(await show({ signUp: terms({ wechatOnly: true }) })).toContain('仅限微信账号报名');
});

test.each<[string, Parameters<typeof answerSeats>[0], string | null]>([
  ['places are left', { capacity: 40, taken: 3, waiting: 0 }, '还剩 37 个名额'],
  ['all are taken', { capacity: 40, taken: 40, waiting: 0 }, '名额已满，可以排队候补'],
  ['a free place is another’s who waits', { capacity: 40, taken: 38, waiting: 2 }, '已有人在候补，新报名按顺序排队'],
  ['the server says nothing', null, null],
])('%s', async (_, seats, words) => {
  answerSeats(seats);
  const text = await show({ signUp: terms() });
  if (words === null) expect(text).not.toMatch(/还剩|已满|候补/);
  else expect(text).toContain(words);
});

test('groups are counted as groups', async () => {
  answerSeats({ capacity: 10, taken: 4, waiting: 0 });
  expect(await show({ signUp: terms({ form: 'qc', capacity: 10, maxParty: 1 }) })).toContain('还剩 6 个小组名额');
});

test('offline no number stands there, old or new', async () => {
  phone.server = () => 'offline';
  const text = await show({ signUp: terms() });
  expect(text).toContain('截止报名');
  expect(text).not.toMatch(/还剩|已满/);
});

test('seats of a closed sign-up are not shown', async () => {
  answerSeats({ capacity: 40, taken: 3, waiting: 0 });
  await show({ signUp: terms() }, at('17T18:00'));
  expect(screen.queryByText(/还剩/)).toBeNull();
});
