import { phone } from '../testing/fake-taro';
import { chooseLargeType, chooseRegion, preferences } from './preferences';
import { relaunch } from '../testing/relaunch';
import { isUnkept } from './room';

/** The app as freshly launched on a phone with these preferences stored. */
function launch(stored?: string): void {
  relaunch(new Map(stored === undefined ? [] : [['preferences', stored]]));
}

const LHASA = { code: '540100', name: '拉萨市' };

test('a new phone has none', () => {
  launch();
  expect(preferences.getState()).toEqual({ region: null, largeType: null });
});

test('what was chosen is there at the next launch', () => {
  launch();
  chooseRegion(LHASA);
  chooseLargeType(true);
  launch(phone.storage.get('preferences'));
  expect(preferences.getState()).toEqual({ region: LHASA, largeType: true });
});

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['a region that is no code', '{"region":{"code":"x","name":"y"},"largeType":false}'],
  ['a switch that is no switch', '{"region":null,"largeType":"yes"}'],
])('what is stored as %s becomes the defaults, with a warning', (_, stored) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  launch(stored);
  expect(preferences.getState()).toEqual({ region: null, largeType: null });
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});

test('without room the choice holds until the app is closed, and that is known', () => {
  launch();
  phone.storageOff = true;
  chooseLargeType(true);
  expect(preferences.getState().largeType).toBe(true);
  expect(isUnkept('preferences')).toBe(true);
});
