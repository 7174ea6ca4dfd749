import { keys, read, remove, write } from './storage';
import { phone } from '../testing/fake-taro';

let warn: jest.SpyInstance;
beforeEach(() => {
  phone.reset();
  warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  warn.mockRestore();
});

test.each([[0], [''], [null], [false], [[]], [{ a: ['质量月', { b: 1.5 }] }]])('%j comes back', (value) => {
  expect(write('key', value)).toBe('ok');
  expect(read('key')).toEqual(value);
});

test('what is not there is undefined, without a word', () => {
  expect(read('key')).toBeUndefined();
  write('key', 1);
  remove('key');
  expect(read('key')).toBeUndefined();
  expect(warn).not.toHaveBeenCalled();
});

test('what is no JSON is undefined, with a word', () => {
  phone.storage.set('key', '{"half":');
  expect(read('key')).toBeUndefined();
  expect(warn).toHaveBeenCalledTimes(1);
});

test('a write without room says so, and what stood stands', () => {
  write('key', 'old');
  phone.quota = 20;
  expect(write('key', 'x'.repeat(100))).toBe('full');
  expect(read('key')).toBe('old');
});

test('a value over 1 MB is refused, as WeChat does', () => {
  expect(write('key', '质'.repeat(400_000))).toBe('full');
});

test('a storage that is switched off is an empty and full one', () => {
  write('key', 1);
  phone.storageOff = true;
  expect(read('key')).toBeUndefined();
  expect(write('key', 2)).toBe('full');
  expect(keys()).toEqual([]);
  expect(() => {
    remove('key');
  }).not.toThrow();
});

test('keys lists them', () => {
  write('a', 1);
  write('b', 1);
  expect(keys()).toEqual(['a', 'b']);
});
