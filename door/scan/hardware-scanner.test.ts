import { scannerInput } from './hardware-scanner';

/** Keys so many ms apart; what each Enter gave. */
function typed(text: string, gap: number): readonly (string | null)[] {
  const read = scannerInput();
  const keys = Array.from(text, (key) => (key === '\n' ? 'Enter' : key));
  return keys.map((key, at) => read({ key, at: 1_000 + at * gap })).filter((_, at) => keys[at] === 'Enter');
}

test.each([
  ['a scanner', 'QM:ABCDEFGHJ2\n', 5, ['QM:ABCDEFGHJ2']],
  ['one scan after the other', 'ABCDEFGHJ2\nABCDEFGHJ3\n', 5, ['ABCDEFGHJ2', 'ABCDEFGHJ3']],
  ['a person’s keys', 'ABCDEFGHJ2\n', 120, [null]],
  ['Enter on a button', '\n', 5, [null]],
  ['a word too short for a code', 'abc\n', 5, [null]],
])('%s', (_, text, gap, codes) => {
  expect(typed(text, gap)).toEqual(codes);
});

test('Shift and other keys without a letter are no part of a code', () => {
  const read = scannerInput();
  const keys = ['Shift', 'Q', 'Shift', 'M', ':', ...Array.from('ABCDEFGHJ2'), 'Enter'];
  expect(keys.map((key, at) => read({ key, at }))).toContain('QM:ABCDEFGHJ2');
});
