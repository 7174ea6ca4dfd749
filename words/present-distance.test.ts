import { bandWords, distanceWords } from './present-distance';

test.each([
  [0, '约 50 米'],
  [340, '约 350 米'],
  [974, '约 950 米'],
  [976, '约 1.0 公里'],
  [2_340, '约 2.3 公里'],
  [9_940, '约 9.9 公里'],
  [9_960, '约 10 公里'],
  [119_600, '约 120 公里'],
])('%d m: %s', (metres, words) => {
  expect(distanceWords(metres)).toBe(words);
});

test('bands have names', () => {
  expect([1, 100, null, 'nowhere' as const].map((band) => bandWords(band as 1))).toEqual([
    '1 公里以内',
    '100 公里以内',
    '100 公里以外',
    '线上或地点待定',
  ]);
});
