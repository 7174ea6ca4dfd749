import { act, type BoundFunctions, fireEvent, type queries, render, screen, within } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import { changeEventFilter } from '../../sync/event-filter';
import { chooseRegion } from '../../sync/preferences';
import { phone } from '../../testing/fake-taro';
import { freshApp, holdEvents, LHASA, settle, shownText, tap } from '../../testing/fresh-app';
import { at, held, terms } from '../../testing/held-events';
import { CalendarView } from './calendar-view';
import { dayId } from './month-day';

/** A Friday. */
const NOW = at('18T08:00');
freshApp(NOW);

const EVENTS = [
  held('讲座', '18T14:00', '18T16:00', { signUp: { ...terms(), closesAt: '2026-09-18T12:00:00+08:00' } }),
  held('开放日', '19T10:00', '19T12:00', { kind: '科普', region: '540602', regionName: '那曲市色尼区' }),
  held('培训', '23T10:00', '23T12:00', { kind: '培训宣贯', audiences: ['企业'] }),
  held('论坛', '02T09:00', '02T17:00'),
];

async function show(events: readonly QualityEvent[] = EVENTS): Promise<void> {
  chooseRegion(LHASA);
  holdEvents(events);
  render(<CalendarView now={NOW} views={<p>按日期</p>} />);
  await settle();
}
const titles = (): string[] =>
  Array.from(document.querySelectorAll('.event-card__title'), ({ textContent }) => textContent);
const openSheet = async (): Promise<BoundFunctions<typeof queries>> => {
  await tap(/^筛选/);
  return within(screen.getByRole('dialog', { name: '筛选' }));
};

describe('the filter sheet', () => {
  test('choices add up within a line and narrow down across lines; each number is what the choice would list', async () => {
    await show();
    const sheet = await openSheet();
    await tap('公众，2 场');
    expect(titles()).toEqual(['讲座', '开放日']);
    await tap('企业，1 场');
    expect(titles()).toEqual(['讲座', '开放日', '培训']);
    await tap('培训宣贯，1 场');
    expect(titles()).toEqual(['培训']);
    expect(sheet.getByLabelText('公众，0 场，已选，点按去掉')).toBeTruthy();
    await tap('公众，0 场，已选，点按去掉');
    expect(titles()).toEqual(['培训']);
  });

  test('sign-up that is open now', async () => {
    await show();
    await openSheet();
    await tap('可报名，1 场');
    expect(titles()).toEqual(['讲座']);
    expect(screen.getByLabelText('看 1 场活动')).toBeTruthy();
  });

  test('what is over comes with a tap, and goes with another', async () => {
    await show();
    await openSheet();
    await tap('更早的活动，1 场');
    expect(titles()).toEqual(['论坛', '讲座', '开放日', '培训']);
    await tap(/^更早的活动.*已选/);
    expect(titles()).toEqual(['讲座', '开放日', '培训']);
  });

  test('a region is chosen on its page and taken off here; distance has a page, too', async () => {
    await show();
    await openSheet();
    await tap('地区：全部地区');
    await tap('按距离排序');
    expect(phone.opened).toEqual(['navigateTo /packages/region/index?for=filter', 'navigateTo /packages/nearby/index']);
    act(() => {
      changeEventFilter({ region: { code: '540600', name: '那曲市' } });
    });
    expect(titles()).toEqual(['开放日']);
    await tap('地区：那曲市，已选，点按去掉');
    expect(titles()).toEqual(['讲座', '开放日', '培训']);
  });

  test('choices that would list nothing whatever else is chosen are not offered', async () => {
    await show(EVENTS.slice(0, 1));
    await openSheet();
    expect(screen.queryByLabelText(/^企业/)).toBeNull();
    expect(screen.queryByLabelText(/^更早的活动/)).toBeNull();
  });

  test('filters that leave nothing say so on the button, and below it how to go on', async () => {
    await show();
    await openSheet();
    await tap('本周末，1 场');
    await tap(/^企业/);
    expect(screen.getByLabelText('没有符合条件的活动')).toBeTruthy();
    await tap('没有符合条件的活动');
    expect(shownText()).toContain('换个关键词，或减少筛选条件试试');
    await tap('去掉筛选');
    expect(titles()).toEqual(['讲座', '开放日', '培训']);
  });
});

describe('the month', () => {
  const dots = (day: string): number => document.querySelectorAll(`#${dayId(day)} .day__dot`).length;

  test('one, two or three dots for one, two and four events; the name says how many', async () => {
    const many = Array.from({ length: 4 }, (_, index) => held(`四${index}`, '17T09:00', '17T10:00'));
    const two = Array.from({ length: 2 }, (_, index) => held(`二${index}`, '16T09:00', '16T10:00'));
    await show([...many, ...two, held('一', '18T14:00', '18T16:00')]);
    expect([dots('2026-09-15'), dots('2026-09-18'), dots('2026-09-16'), dots('2026-09-17')]).toEqual([0, 1, 2, 3]);
    expect(screen.getByLabelText(/^9月17日 周四.*，4 场：开放日/)).toBeTruthy();
    expect(screen.getByLabelText(/^9月15日 周二.*，没有活动/)).toBeTruthy();
  });

  test('a finger across turns it, a finger down opens it and one up folds it', async () => {
    await show();
    const finger = (x: number, y: number): object => ({ changedTouches: [{ clientX: x, clientY: y }] });
    const swipe = (on: Element | null, [x, y]: readonly [number, number]): void => {
      if (on === null) throw new Error('nothing to swipe over');
      fireEvent.touchStart(on, finger(200, 200));
      fireEvent.touchEnd(on, finger(200 + x, 200 + y));
    };
    const grid = (): Element | null => document.querySelector('.month__grid');
    const count = (): number => document.querySelectorAll('.day').length;
    swipe(grid(), [-100, 0]);
    expect(screen.getByLabelText(/^9月25日/)).toBeTruthy();
    swipe(grid(), [100, 0]);
    expect(screen.getByLabelText(/^9月18日/)).toBeTruthy();
    swipe(document.querySelector('.month__pull'), [0, 100]);
    expect(count()).toBe(35);
    swipe(document.querySelector('.month__pull'), [0, -100]);
    expect(count()).toBe(7);
  });

  test('days around the open month are there, and a tap on one goes to it', async () => {
    await show();
    await tap(/展开整月/);
    expect(document.querySelectorAll('.day--outside')).toHaveLength(5);
    await tap(/^10月1日/);
    expect(screen.getByText('2026年10月')).toBeTruthy();
    // The list begins at that day, and there is nothing from it on.
    expect(shownText()).toContain('看已结束的 4 场');
  });
});

describe('words that find something', () => {
  test('a suggested word is searched for; 本周末 is a filter, and closes the search', async () => {
    await show([...EVENTS, held('食品快检', '24T10:00', '24T12:00')]);
    await tap('搜索活动');
    await tap('食品');
    expect(titles()).toEqual(['食品快检']);
    expect(screen.getByLabelText(/^名称、地点/)).toHaveProperty('value', '食品');
    await tap('清空搜索');
    await tap('本周末');
    expect(screen.queryByLabelText(/^名称、地点/)).toBeNull();
    expect(titles()).toEqual(['开放日']);
  });
});
