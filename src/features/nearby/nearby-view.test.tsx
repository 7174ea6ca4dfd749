import { cleanup, render, screen } from '@testing-library/react';
import type { QualityEvent, WireEvent } from '../../../domain/event/event';
import { chooseOriginRegion } from '../../sync/nearby-origin';
import { chooseRegion } from '../../sync/preferences';
import { phone } from '../../testing/fake-taro';
import { freshApp, holdEvents, LHASA, shownText, tap, tapText } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { NearbyView } from './nearby-view';

const NOW = at('10T09:00');
freshApp(NOW);

/** Lhasa's government is at about 29.65, 91.11; a hundredth of a degree is about a kilometre. */
const near = (title: string, north: number, part: Partial<WireEvent> = {}): QualityEvent =>
  held(title, '18T14:00', '18T16:00', {
    venue: { name: '馆', address: '路', latitude: 29.654 + north / 100, longitude: 91.117 },
    ...part,
  });

function show(events: readonly QualityEvent[], region: typeof LHASA | null = LHASA): void {
  if (region !== null) {
    chooseRegion(region);
    chooseOriginRegion(region);
  }
  holdEvents(events);
  render(<NearbyView now={NOW} />);
}
const titles = (): string[] =>
  Array.from(document.querySelectorAll('.event-card__title'), ({ textContent }) => textContent);

beforeEach(() => {
  chooseOriginRegion({ code: '100000', name: '全国' });
});

test('the nearest is first, and each says how far it is', () => {
  show([near('远', 30), near('近', 1), near('中', 8)]);
  expect(titles()).toEqual(['近', '中', '远']);
  expect(shownText()).toMatch(/近.*约 .*中.*约 .*远.*约 /);
  expect(shownText()).toContain('以拉萨市政府驻地为起点');
});

test('what is over, cancelled or a day’s journey away is not near', () => {
  show([near('近', 1), held('已结束', '08T09:00', '08T10:00'), near('很远', 1500, { region: '110000' })]);
  expect(titles()).toEqual(['近']);
});

const BEIJING = { latitude: 39.9, longitude: 116.4 };
const inBeijing = near('北京的展览', 0, { region: '100000', venue: { name: '馆', address: '路', ...BEIJING } });

test.each<readonly [what: string, events: readonly QualityEvent[], words: RegExp]>([
  ['nothing was published', [], /拉萨市暂未发布活动这里只列出拉萨市和全国的活动。您在别处时，可以更换地区。/],
  ['all of it is over', [held('已结束', '08T09:00', '08T10:00')], /拉萨市近期没有活动这里只列出拉萨市/],
  ['only the whole country has something', [inBeijing], /拉萨市暂未发布活动最近的一场在约 256\d 公里外。/],
  [
    'it is a day’s journey away',
    [near('远', 500)],
    /200 公里以内没有拉萨市的活动最近的一场在约 55\d 公里外。这里只列出/,
  ],
  [
    'it has no place',
    [held('线上', '18T14:00', '18T16:00', { venue: null, region: '540200' })],
    /拉萨市暂未发布活动这里/,
  ],
])('nothing is near, and %s: the word is true, and both ways on lead somewhere', async (_, events, words) => {
  show(events);
  expect(titles()).toEqual([]);
  expect(shownText()).toMatch(words);
  await tap('更换地区');
  await tap('看全部活动');
  expect(phone.opened).toEqual(['navigateTo /packages/region/index', 'switchTab /pages/calendar/index']);
});

test('what is online is listed below the word that nothing is near', () => {
  show([held('线上课', '18T14:00', '18T16:00', { venue: null, region: '100000' }), near('远', 500)]);
  expect(titles()).toEqual(['线上课']);
  expect(shownText()).toMatch(/200 公里以内没有拉萨市的活动最近的一场在约 55\d 公里外。.*线上或地点待定.*线上课/);
});

test('who is elsewhere than in the region learns which events are listed; who is in it is not bothered', () => {
  show([near('近', 1)]);
  expect(shownText()).not.toContain('这里只列出');
  cleanup();
  chooseRegion({ code: '540300', name: '昌都市' });
  render(<NearbyView now={NOW} />);
  expect(titles()).toEqual(['近']);
  expect(shownText()).toContain('这里只列出昌都市和全国的活动。');
});

test('a region whose centre is not known, without events: that, and no word about an order', () => {
  const CHENGDU = { code: '510100', name: '成都市' };
  chooseRegion(CHENGDU);
  chooseOriginRegion(CHENGDU);
  holdEvents([]);
  render(<NearbyView now={NOW} />);
  expect(shownText()).toContain('成都市暂未发布活动');
  expect(shownText()).not.toContain('距离排序');
});

test('without a region nobody is told that nothing is near: there was nothing to look through', async () => {
  chooseOriginRegion(LHASA);
  show([], null);
  expect(shownText()).not.toContain('公里以内没有');
  expect(shownText()).toContain('选择地区后，可以查看当地的活动');
  await tap('选择地区');
  expect(phone.opened).toEqual(['navigateTo /packages/region/index']);
});

test('from the whole country nothing is near: one chooses where to start', async () => {
  show([near('近', 1)], null);
  expect(titles()).toEqual([]);
  expect(shownText()).toContain('请先选一个市或县');
  await tap('选择起点');
  expect(phone.opened).toEqual(['navigateTo /packages/region/index?for=origin']);
});

test('a kind is chosen and taken back', async () => {
  show([near('看', 1), near('学', 2, { kind: '培训宣贯' })]);
  await tap('培训宣贯，1 场');
  expect(titles()).toEqual(['学']);
  await tap('培训宣贯，1 场，已选，点按去掉');
  expect(titles()).toEqual(['看', '学']);
});

test('twenty at a time, forty in all, the rest in the calendar', async () => {
  show(Array.from({ length: 45 }, (_, index) => near(`第${index}场`, index / 10)));
  expect(titles()).toHaveLength(20);
  await tapText('继续显示（还有 25 场）');
  expect(titles()).toHaveLength(40);
  await tapText('更远的 5 场，到日历里看');
  expect(phone.opened).toEqual(['switchTab /pages/calendar/index']);
});

test('without an approval of WeChat’s the position is not even offered', () => {
  show([near('近', 1)]);
  expect(screen.queryByText('用我的位置')).toBeNull();
});

test('a pin on the map opens its event', async () => {
  show([near('近', 1), near('远', 30)]);
  await tapText('pin of 远');
  expect(phone.opened).toEqual([`navigateTo /packages/event/index?id=${encodeURIComponent('远')}`]);
});
