import { isOwnNetwork, networkOf, RateStore } from './rate-store';

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ['127.0.0.1', true],
  ['::ffff:10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.0.9', true],
  ['203.0.113.9', false],
  ['::1', true],
  ['fd00::1', true],
  ['2001:db8::1', false],
  ['', false],
])('a proxy may be at %s: %s', (address, expected) => {
  expect(isOwnNetwork(address)).toBe(expected);
});

test('counts within a window, whatever the wall clock does', () => {
  let at = 5_000;
  jest.spyOn(performance, 'now').mockImplementation(() => at);
  const wall = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
  const store = new RateStore();
  const count = (): unknown => {
    let counted: unknown;
    store.incr('a', (_error, result) => (counted = result), 60_000);
    return counted;
  };
  expect([count(), count()]).toEqual([
    { current: 1, ttl: 60_000 },
    { current: 2, ttl: 60_000 },
  ]);
  wall.mockReturnValue(0);
  at += 59_999;
  expect(count()).toEqual({ current: 3, ttl: 1 });
  at += 1;
  expect(count()).toEqual({ current: 1, ttl: 60_000 });
});
