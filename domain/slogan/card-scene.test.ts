import { type CardPlace, DESIGNS, parseScene, sceneOf } from './card-scene';
import { cardsOf } from './slogan';

test.each<[string, CardPlace, string]>([
  ['the theme', { campaign: '2025', card: 'theme', design: 'solemn' }, '2025/theme/solemn'],
  ['a slogan', { campaign: '2026', card: '10', design: 'paper-cut' }, '2026/10/paper-cut'],
  ['a trial', { campaign: 'sample-2026', card: '3', design: 'light' }, 'sample-2026/3/light'],
])('%s becomes a scene and is read back', (_name, place, scene) => {
  expect(sceneOf(place)).toBe(scene);
  expect(parseScene(scene)).toEqual(place);
});

test('every card of a year and of a trial finds room, in characters that WeChat takes', () => {
  for (const id of ['2025', 'sample-2026']) {
    for (const { key } of cardsOf({ theme: '主题', slogans: Array.from({ length: 10 }, () => '口号') })) {
      for (const design of DESIGNS) {
        expect(sceneOf({ campaign: id, card: key, design })).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/);
      }
    }
  }
});

test.each<[string, CardPlace]>([
  ['a campaign whose name is too long', { campaign: 'a'.repeat(32), card: 'theme', design: 'solemn' }],
  ['a campaign in other characters', { campaign: '质量月', card: 'theme', design: 'solemn' }],
  ['a card with another part in it', { campaign: '2025', card: '1/light', design: 'solemn' }],
])('%s has no scene', (_name, place) => {
  expect(sceneOf(place)).toBeNull();
});

test.each([
  ['nothing', ''],
  ['a number of somebody’s', '1001'],
  ['an unknown design', '2025/3/neon'],
  ['slogan 0', '2025/0/light'],
  ['no campaign', '/3/light'],
  ['a part too many', '2025/3/light/'],
  ['still encoded', '2025%2F3%2Flight'],
  ['longer than WeChat allows', `${'a'.repeat(40)}/3/light`],
])('a scene that is none of ours, %s, names no card', (_name, scene) => {
  expect(parseScene(scene)).toBeNull();
});
