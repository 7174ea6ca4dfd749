import * as v from 'valibot';
import { eraseDrafts, keeper } from './kept';

const kept = keeper('thing', v.object({ words: v.string() }));
const KEY = 'quality-month-console/thing';

beforeEach(() => {
  localStorage.clear();
});

test('what is written is read, until it is erased', () => {
  expect(kept.read()).toBeNull();
  expect(kept.write({ words: '开放日' })).toBe(true);
  expect(kept.read()).toEqual({ words: '开放日' });
  kept.erase();
  expect(kept.read()).toBeNull();
});

test.each([
  ['no JSON', 'x'],
  ['another version', '{"version":0,"value":{"words":"a"}}'],
  ['another shape', '{"version":1,"value":{"words":1}}'],
])('%s is as if it were not there', (_, stored) => {
  localStorage.setItem(KEY, stored);
  expect(kept.read()).toBeNull();
});

test('full storage is said, not thrown', () => {
  const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(kept.write({ words: 'a' })).toBe(false);
  full.mockRestore();
});

test('only what the console keeps is erased', () => {
  kept.write({ words: 'a' });
  localStorage.setItem('another', 'stays');
  eraseDrafts();
  expect(Object.keys(localStorage)).toEqual(['another']);
});
