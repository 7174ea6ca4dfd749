import { eventNamed } from '../../domain/testing/fake-feed-server';
import { phone } from '../testing/fake-taro';
import { follow, follows, unfollow } from './follows';
import { knownEvents } from './known-events';
import { relaunch } from '../testing/relaunch';
import { isUnkept } from './room';

const ids = (): readonly string[] => follows.getState().ids;
const known = (): string[] => Object.keys(knownEvents.getState().events).sort();

beforeEach(() => {
  relaunch();
});

test('what is followed is there after a restart, latest first, and gone once it is followed no more', () => {
  follow(eventNamed('a', 1));
  follow(eventNamed('b', 1));
  follow(eventNamed('a', 1));
  relaunch(phone.storage);
  expect([ids(), known()]).toEqual([
    ['b', 'a'],
    ['a', 'b'],
  ]);
  unfollow('b');
  unfollow('never');
  relaunch(phone.storage);
  expect([ids(), known()]).toEqual([['a'], ['a']]);
});

test('what an older version stored is still followed', () => {
  relaunch(new Map([['follows', JSON.stringify([{ event: eventNamed('a', 1), watch: {} }])]]));
  expect(ids()).toEqual(['a']);
});

test('a stored list that is damaged loses only what is damaged', () => {
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  relaunch(new Map([['follows', '[7,"a",null]']]));
  expect(ids()).toEqual(['a']);
  relaunch(new Map([['follows', 'no JSON']]));
  expect(ids()).toEqual([]);
  warned.mockRestore();
});

test('two hundred are enough', () => {
  for (let index = 0; index < 200; index += 1) expect(follow(eventNamed(`e${index}`, 1))).toBe('ok');
  expect(follow(eventNamed('one-more', 1))).toBe('full');
  expect(known()).not.toContain('one-more');
  unfollow('e7');
  expect(follow(eventNamed('one-more', 1))).toBe('ok');
});

test('without room it is followed for as long as the app runs, and that is known', () => {
  phone.quota = 10;
  expect(follow(eventNamed('a', 1))).toBe('ok');
  expect([ids(), known()]).toEqual([['a'], ['a']]);
  expect([isUnkept('follows'), isUnkept('known-events')]).toEqual([true, true]);
});
