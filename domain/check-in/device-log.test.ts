import { applyNewList, sinceOf, withoutPast, type DeviceEntry } from './device-log';

const entry = (n: number, more: Partial<DeviceEntry> = {}): DeviceEntry => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  event: 'lab',
  kind: 'enter',
  at: n,
  seats: 2,
  party: 'old',
  undo: null,
  received: true,
  rehearsal: false,
  ...more,
});

test('what the server had when the list was made is in its numbers; what came since adds to them', () => {
  const [early, late, lost, elsewhere] = [entry(1), entry(2), entry(3), entry(4, { event: 'hall' })] as const;
  const after = applyNewList([early, late, lost, elsewhere], 'lab', new Set([early.id]), (id) =>
    id === late.id ? 'new' : null,
  );
  expect(after.map(({ party }) => party)).toEqual([null, 'new', null, 'old']);
  expect(sinceOf(after, 'new', false)).toBe(2);
});

test('of an event that is over only what the server does not have yet stays', () => {
  const [had, waits, elsewhere] = [entry(1), entry(2, { received: false }), entry(3, { event: 'hall' })];
  expect(withoutPast([had, waits, elsewhere], ['lab'])).toEqual([waits, elsewhere]);
});

test.each([
  ['another party', { party: 'other' }, 0],
  ['one that was undone', { undo: entry(9).id }, 0],
  ['a rehearsal', { rehearsal: true }, 0],
  ['the party', {}, 2],
])('%s adds to a party’s number or not', (_, more, since) => {
  expect(sinceOf([entry(1, more)], 'old', false)).toBe(since);
});
