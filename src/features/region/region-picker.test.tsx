import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { eventNamed } from '../../../domain/testing/fake-feed-server';
import { phone } from '../../testing/fake-taro';
import { preferences } from '../../sync/preferences';
import { replicaOf } from '../../sync/replica';
import { FilterRegion } from './filter-region';
import { HomeRegion } from './home-region';
import { OriginRegion } from './origin-region';
import { WayToRegion } from './way-to-region';

const LHASA = { code: '540100', name: '拉萨市' };
const tap = (text: string): void => {
  act(() => {
    fireEvent.click(screen.getByText(text));
  });
};
const search = (query: string): void => {
  act(() => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: query } });
  });
};

beforeEach(() => {
  phone.reset();
  phone.pages = 3;
  preferences.setState({ region: null });
});
afterEach(cleanup);

test('each level is a page, so that the system’s back goes one level up; a choice leaves them all', () => {
  render(<HomeRegion />);
  tap('西藏自治区');
  expect(phone.opened).toEqual(['navigateTo /packages/region/index?level=540000&depth=1']);
  cleanup();
  phone.params = { level: '540000', depth: '1' };
  render(<HomeRegion />);
  tap('西藏自治区全部');
  expect(preferences.getState().region).toEqual({ code: '540000', name: '西藏自治区' });
  expect(phone.opened[1]).toBe('navigateBack ');
});

test('it opens at the place that is chosen, with a way up', () => {
  preferences.setState({ region: { code: '540102', name: '拉萨市城关区' } });
  render(<HomeRegion />);
  expect(screen.getByText('拉萨市全部')).toBeTruthy();
  expect(screen.getByText('当前选择')).toBeTruthy();
  act(() => {
    fireEvent.click(screen.getByLabelText('返回西藏自治区'));
  });
  expect(screen.getByText('西藏自治区全部')).toBeTruthy();
});

test.each(['拉萨', 'lasa', 'ls'])(
  '%s finds Lhasa, which one tap chooses, and which is offered first the next time',
  (query) => {
    const { unmount } = render(<HomeRegion />);
    search(query);
    tap('拉萨市');
    expect(preferences.getState().region).toEqual(LHASA);
    unmount();
    act(() => {
      preferences.setState({ region: null });
    });
    render(<HomeRegion />);
    tap('拉萨市');
    expect(preferences.getState().region).toEqual(LHASA);
  },
);

test('a search that finds nothing says so, and clearing it brings the list back', () => {
  render(<HomeRegion />);
  search('xyz');
  expect(screen.getByText('没有找到这个地区')).toBeTruthy();
  search('');
  expect(screen.getByText('北京市')).toBeTruthy();
});

test('the filter of a region without events is no dead end', () => {
  preferences.setState({ region: { code: '510100', name: '成都市' } });
  render(<FilterRegion />);
  expect(screen.getByText('成都市暂未发布活动')).toBeTruthy();
  tap('更换地区');
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test('the filter of the whole country, which has no parts, leads to choosing a region', () => {
  render(<FilterRegion />);
  expect(screen.getByText('选择地区后，可以查看当地的活动')).toBeTruthy();
  act(() => {
    fireEvent.click(screen.getByRole('button', { name: '选择地区' }));
  });
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test.each([
  ['who has chosen no region', null, { code: '540000', name: '西藏自治区' }],
  ['who looks at the whole country', { code: '100000', name: '全国' }, { code: '540000', name: '西藏自治区' }],
  ['who has chosen a region', LHASA, LHASA],
])('an origin of somebody %s is a place whose events they are shown', (_, region, after) => {
  preferences.setState({ region });
  phone.params = { for: 'origin', level: '540200', depth: '1' };
  render(<OriginRegion />);
  tap('萨嘎县');
  expect(preferences.getState().region).toEqual(after);
});

test('the filter lists only where something is held', () => {
  const { store } = replicaOf(null);
  const event = eventNamed('a', 1, { region: '540102' });
  store.setState(({ replica }) => ({ replica: { ...replica, events: new Map([['a', event]]) } }));
  preferences.setState({ region: LHASA });
  render(<FilterRegion />);
  expect(screen.getByText('城关区')).toBeTruthy();
  expect(screen.queryByText('堆龙德庆区')).toBeNull();
});

describe('after an event', () => {
  const event = eventNamed('a', 1, { region: '540102', regionName: '拉萨市城关区' });
  test('of another region, its city is one tap away', () => {
    preferences.setState({ region: { code: '510100', name: '成都市' } });
    render(<WayToRegion event={event} />);
    tap('看拉萨市的活动');
    expect(preferences.getState().region).toEqual(LHASA);
    expect(phone.opened).toEqual(['switchTab /pages/home/index']);
  });

  test.each([
    ['of the chosen region', LHASA, event],
    ['of the whole country', null, { ...event, region: '100000' }],
  ])('%s, nothing is offered', (_, region, shown) => {
    preferences.setState({ region });
    render(<WayToRegion event={shown} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

test('while the whole country is looked at, each province says how much is held there', () => {
  const { store } = replicaOf(null);
  const before = store.getState().replica;
  store.setState({ replica: { ...before, provinces: [{ code: '540000', count: 12 }] } });
  const { container } = render(<HomeRegion />);
  expect(container.textContent).toContain('西藏自治区12 场活动');
  expect(container.textContent).not.toContain('四川省12');
  act(() => {
    store.setState({ replica: before });
  });
});
