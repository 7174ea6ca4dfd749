import { onFreshPhones } from '../testing/fresh-phones';
import { phone } from '../testing/fake-taro';
import { dropOwn, isUnkept, keepOwn, keepUnkept, unkept, writeMakingRoom } from './room';

onFreshPhones();
beforeEach(() => {
  unkept.setState({ rows: {} });
  for (const key of ['replica/campaign-2025/0.g', 'card-texts', 'campaigns', 'replica/current/0.g', 'draft/other']) {
    phone.storage.set(key, 'x'.repeat(100));
  }
});

const used = (): number => [...phone.storage].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
const kept = (): string[] => [...phone.storage.keys()];

test.each([
  ['a past campaign first', 'own', 100, ['card-texts', 'campaigns', 'replica/current/0.g', 'draft/other', 'key']],
  ['then what can be asked for again', 'own', 200, ['replica/current/0.g', 'draft/other', 'key']],
  ['then the calendar', 'own', 400, ['draft/other', 'key']],
  [
    'but nobody’s calendar for a copy',
    'copy',
    100,
    ['card-texts', 'campaigns', 'replica/current/0.g', 'draft/other', 'key'],
  ],
] as const)('what makes room: %s', (_, worth, size, left) => {
  phone.quota = used();
  expect(writeMakingRoom('key', 'y'.repeat(size), worth)).toBe('ok');
  expect(kept()).toEqual(left);
});

test('for a copy the calendar stays, and the copy is not stored', () => {
  phone.quota = used();
  expect(writeMakingRoom('key', 'y'.repeat(400), 'copy')).toBe('full');
  expect(kept()).toContain('replica/current/0.g');
});

test('what is nowhere else and found no room is known, until it is stored', () => {
  phone.quota = 0;
  expect(keepOwn('follows', ['a'], () => 'follow')).toBe('full');
  expect(isUnkept('follows')).toBe(true);
  expect(keepUnkept()).toBe('full');
  phone.quota = Infinity;
  expect(keepUnkept()).toBe('ok');
  expect([isUnkept('follows'), phone.storage.get('follows')]).toEqual([false, '["a"]']);
});

test('what is dropped is missed no more', () => {
  phone.storageOff = true;
  keepOwn('draft/1', {}, () => 'draft');
  dropOwn('draft/1');
  expect(isUnkept('draft/1')).toBe(false);
});
