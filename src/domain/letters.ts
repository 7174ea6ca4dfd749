/** Classes of characters for regular expressions. WeChat's JavaScript on Android does not know `\p{…}`: decision 0010. */
import { LETTER_RANGES } from './letter-ranges';

function classOf(ranges: string): string {
  let code = 0;
  const edges = ranges.split(' ').map((distance) => {
    code += parseInt(distance, 36);
    return String.fromCodePoint(code);
  });
  return edges.reduce((all, edge, index) => all + (index % 2 === 0 ? edge : `-${edge}`), '');
}

/**
 * The inside of a character class that matches a letter or a combining mark of any script, as `\p{L}\p{M}` does, and
 * some code points that Unicode 17 does not assign. Use it with the flag `u`: rare characters take two units.
 */
export const LETTERS: string = classOf(LETTER_RANGES);

/**
 * Matches what has no meaning in a line of text: controls, lone surrogates, private use, invisible joiners and
 * direction marks, as `[\p{Cc}\p{Cs}\p{Co}\p{Cf}]` does, and what is not assigned beside them in planes 14 to 16.
 */
export const UNSEEN =
  /[\0-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{f0000}-\u{10ffff}]/gu;
