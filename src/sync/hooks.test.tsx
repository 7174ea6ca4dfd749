import { act, renderHook } from '@testing-library/react';
import { campaignNamed } from '../../domain/testing/fake-feed-server';
import { phone } from '../platform/taro-double';
import { clock, hearServerClock, tick, useNow } from './now';
import { chooseLargeType, hearPhoneTypeSize, preferences, useLargeType, usePreference } from './preferences';
import { replicaOf, useReplica } from './replica';

const NOON = Date.UTC(2026, 8, 18, 4);
const HOUR = 3_600_000;

beforeEach(() => {
  phone.reset();
  jest.useFakeTimers({ now: NOON });
  clock.setState({ offset: 0, tickedAt: NOON });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('useNow', () => {
  test('moves with the tick, not between', () => {
    const { result } = renderHook(useNow);
    expect(result.current).toBe(NOON);
    jest.setSystemTime(NOON + 30_000);
    act(() => {
      clock.setState({});
    });
    expect(result.current).toBe(NOON);
    act(tick);
    expect(result.current).toBe(NOON + 30_000);
  });

  test('turns to the server’s clock as soon as it is heard', () => {
    const { result } = renderHook(useNow);
    act(() => {
      hearServerClock(NOON - 2 * HOUR);
    });
    expect(result.current).toBe(NOON - 2 * HOUR);
  });

  test('does not render anew because the server agrees', () => {
    let renders = 0;
    renderHook(() => {
      renders += 1;
      return useNow();
    });
    jest.setSystemTime(NOON + 30_000);
    act(() => {
      hearServerClock(NOON + 35_000);
    });
    expect(renders).toBe(1);
  });
});

test('useReplica gives a slice of the named campaign, and renders for that slice only', () => {
  let renders = 0;
  const { result } = renderHook(() => {
    renders += 1;
    return useReplica((state) => state.replica.campaign?.theme, '2025');
  });
  expect(result.current).toBeUndefined();
  const { store } = replicaOf('2025');
  act(() => {
    store.setState({ status: 'syncing' });
  });
  expect(renders).toBe(1);
  act(() => {
    store.setState(({ replica }) => ({ replica: { ...replica, campaign: campaignNamed('2025', 'a theme') } }));
  });
  expect(result.current).toBe('a theme');
  expect(replicaOf(null).store.getState().replica.campaign).toBeNull();
});

test('usePreference follows a choice', () => {
  const { result } = renderHook(() => usePreference('largeType'));
  act(() => {
    chooseLargeType(true);
  });
  expect(result.current).toBe(true);
});

describe('长辈版', () => {
  const setOnPhone = (fontSizeSetting: number): void => {
    phone.baseInfo = { fontSizeSetting };
    hearPhoneTypeSize();
  };
  beforeEach(() => {
    preferences.setState({ largeType: null });
  });

  test.each([
    ['standard', 17, false],
    ['one step larger', 19, false],
    ['large', 20, true],
    ['largest', 23, true],
  ])('follows WeChat’s type size while nothing was chosen: %s', (_, size, large) => {
    setOnPhone(size);
    const { result } = renderHook(useLargeType);
    expect(result.current).toBe(large);
  });

  test('hears of a new size on coming to the front', () => {
    setOnPhone(17);
    const { result } = renderHook(useLargeType);
    act(() => {
      setOnPhone(22);
    });
    expect(result.current).toBe(true);
  });

  test('stays as the person chose, whatever WeChat says', () => {
    setOnPhone(22);
    const { result } = renderHook(useLargeType);
    act(() => {
      chooseLargeType(false);
    });
    expect(result.current).toBe(false);
  });
});
