import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { QualityEvent, WireEvent } from '../../../domain/event/event';
import { NO_FILTER } from '../../../domain/event/event-filter';
import { campaignNamed, eventNamed, toWireEvent } from '../../../domain/testing/fake-feed-server';
import { parseInstant } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { relaunch } from '../../testing/relaunch';
import { mySignUps } from '../../sync/sign-ups';
import { changeEventFilter, clearEventFilter } from '../../sync/event-filter';
import { chooseRegion, preferences } from '../../sync/preferences';
import { keepEvent } from '../../sync/known-events';
import { replicaOf } from '../../sync/replica';
import { CalendarView } from './calendar-view';

/** A Friday. */
const NOW = parseInstant('2026-09-18T08:00:00+08:00') ?? 0;
const LHASA = { code: '540100', name: '拉萨市' };

const held = (id: string, title: string, from: string, to: string, part: Partial<WireEvent> = {}): QualityEvent =>
  eventNamed(id, 1, { title, startsAt: `2026-09-${from}:00+08:00`, endsAt: `2026-09-${to}:00+08:00`, ...part });

const EXHIBITION = held('show', '质量展览', '16T09:00', '22T17:00');
const EVENTS = [
  EXHIBITION,
  held('talk', '今天的讲座', '18T14:00', '18T16:00'),
  held('open', '周六开放日', '19T10:00', '19T12:00', { kind: '科普' }),
  held('course', '下周培训', '23T10:00', '23T12:00', { kind: '培训宣贯', audiences: ['企业'] }),
];

const settle = (): Promise<void> =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(0);
  });

async function fillReplica(events: readonly QualityEvent[]): Promise<void> {
  chooseRegion(LHASA);
  phone.server = () => ({
    body: JSON.stringify({
      cursor: `c${events.length}`,
      reset: true,
      first: true,
      more: false,
      campaign: campaignNamed('2026'),
      programme: [],
      events: events.map(toWireEvent),
      removed: [],
    }),
  });
  replicaOf(null).open(LHASA);
  await act(async () => {
    const pulled = replicaOf(null).pull();
    await jest.advanceTimersByTimeAsync(0);
    await pulled;
  });
  phone.server = () => 'offline';
}

async function show(): Promise<HTMLElement> {
  const { container } = render(<CalendarView now={NOW} views={<p>按日期</p>} />);
  await settle();
  return container;
}

/** Day heads and titles, as they stand in the list. */
const listed = (container: HTMLElement): string[] =>
  Array.from(container.querySelectorAll('.agenda__title, .event-card__title, .agenda__more'), (each) =>
    each.className.includes('agenda__title') ? `# ${each.textContent.split(' ')[0] ?? ''}` : each.textContent,
  );
const days = (container: HTMLElement): number => container.querySelectorAll('.day').length;
const tap = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW });
  relaunch();
  clearEventFilter();
  await fillReplica(EVENTS);
});
afterEach(() => {
  cleanup();
  clearEventFilter();
  jest.useRealTimers();
});

describe('the week', () => {
  test('is what one sees at first; a tap on the month’s name opens it, another folds it', async () => {
    const container = await show();
    expect(days(container)).toBe(7);
    expect(screen.getByRole('button', { name: '2026年9月，展开整月' }).getAttribute('aria-expanded')).toBe('false');
    await tap('2026年9月，展开整月');
    expect(days(container)).toBe(35);
    expect(screen.getByText('质量月 9月1日至9月30日')).toBeTruthy();
    await tap('2026年9月，只看一周');
    expect(days(container)).toBe(7);
    expect(screen.getByRole('button', { name: /^9月18日 周五/ })).toBeTruthy();
  });

  test('turns by weeks, the open month by months, and 今天 comes back', async () => {
    const container = await show();
    expect(screen.queryByRole('button', { name: '今天' })).toBeNull();
    await tap('下一周');
    expect(screen.getByRole('button', { name: /^9月25日 周五/ })).toBeTruthy();
    await tap('今天');
    await tap(/展开整月/);
    await tap('下个月');
    expect(screen.getByText('2026年10月')).toBeTruthy();
    await tap('今天');
    expect(screen.getByText('2026年9月')).toBeTruthy();
    expect(days(container)).toBe(35);
  });

  test('the legend names every mark, folded and open', async () => {
    await show();
    for (const name of ['有活动', '我已报名', '质量月']) expect(screen.getByText(name)).toBeTruthy();
  });

  test('my days are filled and said; days with a waitlist only are not', async () => {
    mySignUps.setState({
      signUps: [
        { id: '1', eventId: 'open', status: 'confirmed', seats: 1, createdAt: Date.parse('2026-09-01T09:00:00+08:00') },
        {
          id: '2',
          eventId: 'talk',
          status: 'waitlisted',
          seats: 1,
          createdAt: Date.parse('2026-09-01T09:00:00+08:00'),
        },
      ],
    });
    EVENTS.forEach(keepEvent);
    const container = await show();
    expect(container.querySelectorAll('.day--mine')).toHaveLength(1);
    expect(
      screen.getByRole('button', { name: /^9月19日 周六 · 明天，2 场：开放日、科普，您已报名 1 场，质量月期间$/ }),
    ).toBeTruthy();
    expect(screen.getByText('已报名')).toBeTruthy();
    expect(screen.getByText('候补中')).toBeTruthy();
  });
});

describe('the agenda', () => {
  test('lists a long event once, after what starts, with its day; later days only say that it goes on', async () => {
    const container = await show();
    expect(listed(container)).toEqual([
      '# 9月18日',
      '今天的讲座',
      '质量展览',
      '# 9月19日',
      '周六开放日',
      '另有 1 场持续多日的活动',
      '# 9月23日',
      '下周培训',
    ]);
    expect(screen.getByText('第 3/7 天 · 至 9月22日 17:00')).toBeTruthy();
  });

  test('a tap on that line, as on the day itself, shows all that is on', async () => {
    const container = await show();
    await tap(/^9月19日 周六 · 明天另有 1 场持续多日的活动/);
    expect(listed(container).slice(0, 3)).toEqual(['# 9月19日', '周六开放日', '质量展览']);
    await tap(/^9月19日 周六 · 明天，/);
    expect(listed(container)[0]).toBe('# 9月18日');
    await tap(/^9月20日 周日 · 后天，/);
    expect(listed(container).slice(0, 2)).toEqual(['# 9月20日', '质量展览']);
  });
});

describe('the filter sheet', () => {
  test('this weekend lists Saturday and Sunday only; its number is what is listed; the grid shows no other day', async () => {
    const container = await show();
    await tap('筛选');
    const sheet = within(screen.getByRole('dialog', { name: '筛选' }));
    fireEvent.click(sheet.getByRole('button', { name: '本周末，2 场' }));
    await settle();
    expect(sheet.getByRole('button', { name: '看 2 场活动' })).toBeTruthy();
    expect(listed(container)).toEqual(['# 9月19日', '周六开放日', '质量展览']);
    const dotted = Array.from(container.querySelectorAll('.day')).filter((day) => day.querySelector('.day__dot'));
    expect(dotted.map((day) => day.getAttribute('aria-label')?.slice(0, 5))).toEqual(['9月19日', '9月20日']);
    fireEvent.click(sheet.getByRole('button', { name: '看 2 场活动' }));
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: '筛选，已选 1 项' })).toBeTruthy();
  });

  test('a day outside the weekend lifts the weekend; a chosen one gives way to it', async () => {
    const container = await show();
    await tap(/^9月18日 周五 · 今天，/);
    act(() => {
      changeEventFilter({ weekend: true });
    });
    expect(listed(container)[0]).toBe('# 9月19日');
    await tap(/^9月18日 周五 · 今天，/);
    expect(screen.getByRole('button', { name: '筛选' })).toBeTruthy();
    expect(listed(container)[0]).toBe('# 9月18日');
  });

  test('choices keep their places while they are taken and cleared', async () => {
    await show();
    await tap('筛选');
    const sheet = screen.getByRole('dialog', { name: '筛选' });
    const names = (): (string | undefined)[] =>
      Array.from(sheet.querySelectorAll('.chip'), (chip) => chip.textContent.replace(/\d+$/, ''));
    const before = names();
    expect(before).toEqual(['本周末', '公众', '企业', '全部地区', '按距离排序', '开放日', '培训宣贯', '科普']);
    expect(screen.getByRole('button', { name: '清除' }).getAttribute('aria-disabled')).toBe('true');
    await tap('企业，1 场');
    expect(names()).toEqual(before);
    expect(screen.getByRole('button', { name: '本周末，0 场' })).toBeTruthy();
    await tap('清除');
    expect(names()).toEqual(before);
  });
});

describe('search', () => {
  const type = async (words: string): Promise<void> => {
    fireEvent.change(screen.getByLabelText(/^名称、地点/), { target: { value: words } });
    await settle();
  };

  test('is behind its button, takes the keyboard, lists an event once, and gives the calendar back', async () => {
    const container = await show();
    expect(screen.queryByLabelText(/^名称、地点/)).toBeNull();
    await tap('搜索活动');
    expect(document.activeElement).toBe(screen.getByLabelText(/^名称、地点/));
    expect(days(container)).toBe(0);
    await type('展览');
    expect(listed(container)).toEqual(['# 9月18日', '质量展览']);
    await tap('取消');
    expect(days(container)).toBe(7);
    expect(listed(container)).toHaveLength(8);
  });

  test('that finds nothing suggests words; filters are blamed only if there are any', async () => {
    const container = await show();
    await tap('搜索活动');
    await type('没有这样的');
    expect(screen.getByText('没有找到活动')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '去掉筛选' })).toBeNull();
    for (const word of ['亲子', '食品', '计量', '本周末'])
      expect(screen.getByRole('button', { name: word })).toBeTruthy();
    await tap('看全部活动');
    expect(listed(container)).toHaveLength(8);
  });

  test('that finds nothing without a region says where else to look', async () => {
    await show();
    await tap('搜索活动');
    await type('没有这样的');
    expect(screen.queryByRole('button', { name: '选择地区' })).toBeNull();
    act(() => {
      preferences.setState({ region: null });
    });
    expect(screen.getByText('选择地区后，可以查看当地的活动')).toBeTruthy();
    await tap('选择地区');
    expect(phone.opened.slice(-1)).toEqual(['navigateTo /packages/region/index']);
  });

  test('under a filter offers to take it off, and keeps the words', async () => {
    const container = await show();
    act(() => {
      changeEventFilter({ ...NO_FILTER, audiences: ['企业'] });
    });
    await tap('搜索活动');
    await type('讲座');
    await tap('去掉筛选');
    expect(listed(container)).toEqual(['# 9月18日', '今天的讲座']);
  });

  test('for what is over says so', async () => {
    await fillReplica([...EVENTS, held('forum', '九月初的论坛', '02T09:00', '02T17:00')]);
    const container = await show();
    await tap('搜索活动');
    await type('论坛');
    await tap('看已结束的 1 场');
    expect(listed(container)).toEqual(['# 9月2日', '九月初的论坛']);
  });
});

test('nothing published says so, whatever the filters', async () => {
  await fillReplica([]);
  await show();
  expect(screen.getByText('还没有活动')).toBeTruthy();
});
