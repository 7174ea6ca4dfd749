/** The app as freshly launched on a phone with these preferences stored. */
async function launch(stored?: string) {
  jest.resetModules();
  const { phone } = await import('../testing/fake-taro');
  if (stored !== undefined) phone.storage.set('preferences', stored);
  return import('./preferences');
}

const storedText = async (): Promise<string> =>
  (await import('../testing/fake-taro')).phone.storage.get('preferences') ?? '';

const LHASA = { code: '540100', name: '拉萨市' };

test('a new phone has none', async () => {
  const { preferences } = await launch();
  expect(preferences.getState()).toEqual({ region: null, largeType: null });
});

test('what was chosen is there at the next launch', async () => {
  const first = await launch();
  first.chooseRegion(LHASA);
  first.chooseLargeType(true);
  const { preferences } = await launch(await storedText());
  expect(preferences.getState()).toEqual({ region: LHASA, largeType: true });
});

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['a region that is no code', '{"region":{"code":"x","name":"y"},"largeType":false}'],
  ['a switch that is no switch', '{"region":null,"largeType":"yes"}'],
])('what is stored as %s becomes the defaults, with a warning', async (_, stored) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { preferences } = await launch(stored);
  expect(preferences.getState()).toEqual({ region: null, largeType: null });
  expect(warn).toHaveBeenCalledTimes(1);
  warn.mockRestore();
});

test('without room the choice holds until the app is closed, and that is known', async () => {
  const { preferences, chooseLargeType } = await launch();
  (await import('../testing/fake-taro')).phone.storageOff = true;
  chooseLargeType(true);
  expect(preferences.getState().largeType).toBe(true);
  expect((await import('./room')).isUnkept('preferences')).toBe(true);
});
