import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import { campaignNamed, eventNamed } from '../../../domain/testing/fake-feed-server';
import { parseInstant } from '../../../domain/time/time';
import { phone } from '../../testing/fake-taro';
import { preferences } from '../../sync/preferences';
import { replicaOf } from '../../sync/replica';
import { UpcomingList } from './upcoming-list';

const NOW = parseInstant('2026-09-17T10:00:00+08:00') ?? Number.NaN;
const LHASA = { code: '540100', name: '拉萨市' };
const CHENGDU = { code: '510100', name: '成都市' };

const held = (title: string, from: string, to: string, region = '540102'): QualityEvent => ({
  ...eventNamed('e', 1, { title, region, startsAt: `2026-09-${from}:00+08:00`, endsAt: `2026-09-${to}:00+08:00` }),
  id: title,
});

function show(
  events: readonly QualityEvent[],
  region: typeof LHASA | null,
  period?: { from: string; to: string },
): string {
  preferences.setState({ region });
  const campaign = { ...campaignNamed('2026', '主题'), year: 2026, ...(period === undefined ? {} : { period }) };
  const { store } = replicaOf(null);
  store.setState(({ replica }) => ({
    replica: { ...replica, campaign, cursor: 'c', events: new Map(events.map((event) => [event.id, event])) },
  }));
  return render(<UpcomingList now={NOW} />).container.textContent;
}

const SHOWS = ['展览一', '展览二', '展览三', '展览四'].map((title) => held(title, '01T09:00', '30T18:00'));

beforeEach(() => {
  phone.reset();
});
afterEach(cleanup);

test('four exhibitions of a month are one line below today’s lecture and tomorrow’s open day', () => {
  const text = show([...SHOWS, held('讲座', '17T14:00', '17T16:00'), held('开放日', '18T09:00', '18T16:00')], LHASA);
  expect(text).toContain('拉萨市近期活动');
  expect(text.indexOf('讲座')).toBeLessThan(text.indexOf('开放日'));
  expect(text.indexOf('开放日')).toBeLessThan(text.indexOf('还有 4 场正在进行'));
  expect(text).not.toContain('展览一');
  fireEvent.click(screen.getByText('还有 4 场正在进行'));
  expect(phone.opened).toEqual(['switchTab /pages/calendar/index']);
});

test('where nothing else is held the exhibitions themselves are shown', () => {
  const text = show(SHOWS, LHASA);
  expect(text).toContain('展览一');
  expect(text).toContain('还有 1 场正在进行');
});

test('without a region: national events, and a way to choose', () => {
  const text = show([held('全国的', '18T14:00', '18T16:00', '100000')], null);
  expect(text).toContain('全国的');
  fireEvent.click(screen.getByText('选择地区'));
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test('a region without events says so, above the national ones', () => {
  const text = show([held('全国的', '18T14:00', '18T16:00', '100000')], CHENGDU);
  expect(text).toMatch(/成都市暂未发布活动，以下是全国活动。.*全国的/);
  expect(text).not.toContain('成都市近期活动');
});

test('a region whose events are over did publish some', () => {
  const text = show(
    [held('办过的', '10T14:00', '10T16:00', '510104'), held('全国的', '18T14:00', '18T16:00', '100000')],
    CHENGDU,
  );
  expect(text).toMatch(/成都市近期没有活动，以下是全国活动。.*全国的/);
  cleanup();
  expect(show([held('办过的', '10T14:00', '10T16:00', '510104')], CHENGDU)).toMatch(/^成都市近期没有活动/);
});

test.each([
  ['before the month', CHENGDU, undefined, '成都市暂未发布活动', '看活动方案', '/packages/programme/index'],
  ['anywhere', null, undefined, '近期没有活动', '看活动方案', '/packages/programme/index'],
  [
    'after the month',
    CHENGDU,
    ['2026-08-01', '2026-08-31'],
    '2026 年“质量月”已结束',
    '看往年质量月',
    '/packages/archive/index',
  ],
] as const)('with nothing ahead, %s: why, and where to go', (_, region, period, title, action, page) => {
  const between = period === undefined ? undefined : { from: period[0], to: period[1] };
  const text = show([], region, between ?? { from: '2026-09-01', to: '2026-09-30' });
  expect(text).toContain(title);
  act(() => {
    fireEvent.click(screen.getByText(action));
  });
  expect(phone.opened).toEqual([`navigateTo ${page}`]);
});
