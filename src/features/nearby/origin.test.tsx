import { act, render, screen } from '@testing-library/react';
import { EMPTY_REPLICA } from '../../../domain/feed/delta';
import { chooseOriginRegion } from '../../sync/nearby-origin';
import { chooseRegion } from '../../sync/preferences';
import { phone } from '../../testing/fake-taro';
import { fillReplica, freshApp, holdEvents, LHASA, settle, shownText, tap } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { NearbyView } from './nearby-view';

const NOW = at('10T09:00');
freshApp(NOW);

/** Whether this build was given WeChat's approval (`config/`). */
const build = globalThis as unknown as { LOCATION_OFFERED: boolean };
const HERE = '以您的位置为起点';
const SEAT = '以拉萨市政府驻地为起点';

const venue = (north: number): object => ({
  venue: { name: '馆', address: '路', latitude: 29.654 + north / 100, longitude: 91.117 },
});
const titles = (): string[] =>
  Array.from(document.querySelectorAll('.event-card__title'), ({ textContent }) => textContent);

beforeEach(() => {
  build.LOCATION_OFFERED = true;
  chooseRegion(LHASA);
  chooseOriginRegion(LHASA);
  holdEvents([held('北', '18T14:00', '18T16:00', venue(20)), held('近', '19T14:00', '19T16:00', venue(0))]);
  render(<NearbyView now={NOW} />);
});
afterEach(() => {
  build.LOCATION_OFFERED = false;
});

test('nobody is asked for their position before they tap for it, and what it is used for stands beside', () => {
  expect(phone.acts).toEqual([]);
  expect(shownText()).toContain('距离在本机计算，位置不会发送给任何人，也不会保存');
  expect(shownText()).toContain(SEAT);
});

test('given, it is what distances count from; it is neither stored nor sent, and can be left again', async () => {
  await tap(/^用我的位置/);
  expect(shownText()).toContain(HERE);
  expect(titles()).toEqual(['近', '北']);
  expect(screen.queryByLabelText(/^用我的位置/)).toBeNull();
  const kept = [...phone.storage.values(), ...phone.sent.map((sent) => JSON.stringify(sent))].join('\n');
  expect(kept).not.toMatch(/29\.65|91\.1/);
  await tap('改用拉萨市政府驻地');
  expect(shownText()).toContain(SEAT);
});

test('while it is being found the button says so', async () => {
  let find: () => void = () => undefined;
  phone.located = new Promise((resolve) => {
    find = () => {
      resolve({ latitude: 29.65, longitude: 91.1 });
    };
  });
  await tap(/^用我的位置/);
  expect(screen.getByLabelText(/^正在定位…/)).toBeTruthy();
  find();
  await settle();
  expect(shownText()).toContain(HERE);
});

test.each([
  ['getLocation:fail auth deny', '没有定位权限'],
  ['getLocation:fail timeout', '暂时无法定位'],
])('%s: says why, keeps the region, and can be tried again', async (said, words) => {
  const { located } = phone;
  phone.located = said;
  await tap(/^用我的位置/);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContainEqual(
    expect.stringContaining(words),
  );
  expect(titles()).toHaveLength(2);
  phone.located = located;
  await tap(/^用我的位置/);
  expect(shownText()).not.toContain(words);
  expect(shownText()).toContain(HERE);
});

test('a position outlasts the wait for another region’s events', async () => {
  await tap(/^用我的位置/);
  expect(shownText()).toContain(HERE);
  act(() => {
    fillReplica({ replica: EMPTY_REPLICA });
  });
  expect(titles()).toEqual([]);
  act(() => {
    holdEvents([held('另一处', '18T14:00', '18T16:00', venue(1))]);
  });
  expect(titles()).toEqual(['另一处']);
  expect(shownText()).toContain(HERE);
});

test('a region whose centre is not known lists its own by time and says so', () => {
  act(() => {
    holdEvents([
      held('近', '19T14:00', '19T16:00', venue(0)),
      held('新', '20T14:00', '20T16:00', { region: '540199' }),
    ]);
    chooseOriginRegion({ code: '540199', name: '新区' });
  });
  expect(titles()).toEqual(['新']);
  expect(shownText()).toContain('暂时不能按到新区的距离排序，先按时间显示');
});
