/** The tables against this Node's own Unicode, code point by code point. */
import { LETTERS, UNSEEN } from './letters';

const LAST = 0x10ffff;
const UNASSIGNED = /^\p{Cn}$/u;

/** Every code point that one matches and the other does not; `U+1F600`. */
function differences(ours: RegExp, unicodes: RegExp): { missing: string[]; extra: string[] } {
  const [missing, extra]: [string[], string[]] = [[], []];
  for (let code = 0; code <= LAST; code += 1) {
    const character = String.fromCodePoint(code);
    const [here, there] = [ours.test(character), unicodes.test(character)];
    if (here === there || (here && UNASSIGNED.test(character))) continue;
    (here ? extra : missing).push(`U+${code.toString(16).toUpperCase()}`);
  }
  return { missing, extra };
}

const letter = new RegExp(`^[${LETTERS}]$`, 'u');
const unseen = new RegExp(`^(?:${UNSEEN.source})$`, 'u');

test('letters and marks are those of Unicode; of the rest only what is not assigned', () => {
  expect(differences(letter, /^[\p{L}\p{M}]$/u)).toEqual({ missing: [], extra: [] });
});

test('what is unseen is a control or a format character of Unicode, and no spelling has need of it', () => {
  const { extra } = differences(unseen, /^[\p{Cc}\p{Cf}]$/u);
  expect(extra).toEqual([]);
  for (const seen of ['\u180e', '\u200c', '\u200d', '\u0600', '\ue863', '\u{e0067}'])
    expect(unseen.test(seen)).toBe(false);
});

test('a difference would be seen', () => {
  expect(differences(/^[a-z]$/, /^[b-z!]$/)).toEqual({ missing: ['U+21'], extra: ['U+61'] });
});

test.each([
  ['汉', 'U+6C49'],
  ['㐀', 'extension A'],
  ['𠮷', 'extension B'],
  ['𪜀', 'extension C'],
  ['𫝀', 'extension D'],
  ['𫠠', 'extension E'],
  ['𬺰', 'extension F'],
  ['𰀀', 'extension G'],
  ['𱍐', 'extension H'],
  ['བ', 'Tibetan'],
  ['ྐ', 'a Tibetan subjoined letter'],
  ['ئ', 'Uyghur'],
  ['ᠮ', 'Mongolian'],
  ['᠋', 'a Mongolian variation selector'],
  ['ꀀ', 'Yi'],
  ['ᥐ', 'Tai Le'],
  ['ᦀ', 'New Tai Lue'],
  ['ꓐ', 'Lisu'],
  ['𖼀', 'Miao'],
  ['한', 'Korean'],
  ['Ж', 'Cyrillic'],
  ['é', 'Latin'],
])('%s is a letter (%s)', (character) => {
  expect(letter.test(character)).toBe(true);
});

test.each(['1', '１', '༡', '٣', '①', '〇', '·', '་', '。', '，', '😀', '⼀', ' ', '\u3000', '\ud842', '\ue000'])(
  '%j is none',
  (character) => {
    expect(letter.test(character)).toBe(false);
  },
);
